import { expect, it } from 'vitest';
import { withoutMarkers } from './without-markers.ts';

it('removes hydration markers', () => {
  expect(withoutMarkers('<!--38sjwj--><p><!--[--><!--[-1-->a<!--]--><!--[0-->b<!----></p>')).toBe('<p>ab</p>');
});

it('keeps every other comment and escaped text', () => {
  const html = '<!-- a word --><p>&lt;!--[--></p><!doctype html>';
  expect(withoutMarkers(html)).toBe(html);
});
