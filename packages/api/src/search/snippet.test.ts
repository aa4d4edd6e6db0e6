import { expect, it } from 'vitest';
import { snippetOf } from './snippet.ts';

const paragraph = `${'甲'.repeat(50)}农村公路${'乙'.repeat(200)}`;

it('cuts a paragraph round the first word that stands in it', () => {
  expect(snippetOf(paragraph, ['桥梁', '公路'])).toBe(`…${'甲'.repeat(18)}农村公路${'乙'.repeat(78)}…`);
});

it('leaves a short paragraph whole', () => {
  expect(snippetOf('农村公路', ['公路'])).toBe('农村公路');
});

it('finds Latin letters in either case and shows the end of a paragraph in full', () => {
  expect(snippetOf(`${'甲'.repeat(150)}OFD`, ['ofd'])).toBe(`…${'甲'.repeat(97)}OFD`);
});

it('never cuts a character in two', () => {
  const rare = '𠮷'.repeat(150);
  expect(snippetOf(`${rare}公路${rare}`, ['公路']).isWellFormed()).toBe(true);
});
