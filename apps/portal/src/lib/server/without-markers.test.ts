import { expect, it } from 'vitest';
import { withoutMarkers } from './without-markers.ts';

it('takes out the markers that a script would need', () => {
  expect(withoutMarkers('<!--38sjwj--><p><!--[--><!--[-1-->a<!--]--><!--[0-->b<!----></p>')).toBe('<p>ab</p>');
});

it('leaves every other comment and escaped text', () => {
  const html = '<!-- a word --><p>&lt;!--[--></p><!doctype html>';
  expect(withoutMarkers(html)).toBe(html);
});
