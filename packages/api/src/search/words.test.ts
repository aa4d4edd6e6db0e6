import { expect, it } from 'vitest';
import { wordsOf } from './words.ts';

it.each([
  ['青原镇 2020', ['青原镇'], 2020],
  ['2020年　青原镇', ['青原镇'], 2020],
  ['２０２１年度', [], 2021],
  ['农村  公路', ['农村', '公路'], undefined],
  ['2019 2020', ['2020'], 2019],
  ['12020', ['12020'], undefined],
  ['', [], undefined],
])('reads %j as words and a year', (query, words, year) => {
  expect(wordsOf(query)).toEqual({ words, year, ignored: [] });
});

it('takes each word once, and no more than five', () => {
  expect(wordsOf('甲 乙 甲 丙 2020 丁 戊 己 庚')).toEqual({
    words: ['甲', '乙', '丙', '丁', '戊'],
    year: 2020,
    ignored: ['己', '庚'],
  });
});
