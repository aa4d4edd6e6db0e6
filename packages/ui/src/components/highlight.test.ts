import { expect, it } from 'vitest';
import { highlight } from './highlight.ts';

const marked = (text: string, terms: string[]) =>
  highlight(text, terms)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

it('marks every occurrence of every term', () => {
  expect(marked('云溪县青原镇2020年报告，青原镇', ['青原镇', '2020'])).toBe('云溪县[青原镇][2020]年报告，[青原镇]');
});

it('marks the longest of terms that start alike', () => {
  expect(marked('青原镇人民政府', ['青原', '青原镇'])).toBe('[青原镇]人民政府');
});

it('treats regular expression characters literally and ignores letter case', () => {
  expect(marked('a.b (C) A.B', ['a.b', '(c)'])).toBe('[a.b] [(C)] [A.B]');
});

it('leaves the text unsplit without terms', () => {
  expect(highlight('青原镇', ['', ''])).toEqual([{ text: '青原镇', hit: false }]);
});
