import { expect, it } from 'vitest';
import { wordsOf } from './search-terms.ts';

it.each([
  ['青原镇 2020', ['青原镇'], 2020],
  ['2020年　青原镇', ['青原镇'], 2020],
  ['２０２１年度', [], 2021],
  ['农村  公路', ['农村', '公路'], undefined],
  ['2019 2020', ['2020'], 2019],
  ['12020', ['12020'], undefined],
  ['', [], undefined],
  ['青原镇2024', ['青原镇'], 2024],
  ['2024年青原镇', ['青原镇'], 2024],
  ['2024年度青原镇年报', ['青原镇年报'], 2024],
  ['青原镇2024年年报', ['青原镇', '年报'], 2024],
  ['教育局，2024', ['教育局'], 2024],
  ['教育局。', ['教育局'], undefined],
  ['“教育局”（县）', ['教育局', '县'], undefined],
  ['教育局/水务局、住建局', ['教育局', '水务局', '住建局'], undefined],
  ['国办公开办函〔2021〕30号', ['国办公开办函〔2021〕30号'], undefined],
  ['国办公开办函[2021]30号 2024', ['国办公开办函〔2021〕30号'], 2024],
  ['105.65万元', ['105.65万元'], undefined],
  ['青原\u200b镇\u202e 青原镇', ['青原镇'], undefined],
  ['a\u0000b', ['a', 'b'], undefined],
  ['％_\\', [], undefined],
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
