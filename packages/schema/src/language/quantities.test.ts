import { describe, expect, it } from 'vitest';
import { chineseNumber, quantitiesIn } from './quantities.ts';

const exact = { decimals: 0, unit: '件', approximate: false };
/** The values read, in order. */
const valuesIn = (text: string) => quantitiesIn(text).map(({ value }) => value);
/** Whether the one quantity of a text is meant roughly. */
const roughly = (text: string) => quantitiesIn(text).map(({ approximate }) => approximate);

describe('numbers in figures', () => {
  it.each('万元 亿元 元 件次 人次 件 宗 条 项 份 起 个 次 篇 部 期 %'.split(' '))('count in %s', (unit) => {
    const quantity = { value: 3, decimals: 0, unit, approximate: false, start: 3, end: 4 + unit.length };
    expect(quantitiesIn(`共有了3${unit}。`)).toEqual([quantity]);
  });

  it('stand where they are printed, with their blanks', () => {
    expect(quantitiesIn('收到 12 件，共 3   件')).toEqual([
      { ...exact, value: 12, start: 3, end: 7 },
      { ...exact, value: 3, start: 10, end: 15 },
    ]);
    expect(quantitiesIn('收到12件')).toEqual([{ ...exact, value: 12, start: 2, end: 5 }]);
    expect(quantitiesIn('收到 12       件')).toEqual([]);
    expect(quantitiesIn('约 55 件')).toEqual([{ ...exact, approximate: true, value: 55, start: 2, end: 6 }]);
  });

  it('may be cut in threes', () => {
    expect(valuesIn('1,234件')).toEqual([1234]);
    expect(valuesIn('12,345,678件')).toEqual([12_345_678]);
    expect(valuesIn('123,456,789,012,345件')).toEqual([123_456_789_012_345]);
    expect(quantitiesIn('1,234.50元')).toEqual([
      { value: 1234.5, decimals: 2, unit: '元', approximate: false, start: 0, end: 9 },
    ]);
  });

  it('are not read where they are cut wrongly, or end a range', () => {
    expect(valuesIn('1,2345件')).toEqual([]);
    for (const to of ['-', '—', '–', '~', '～', '－', '至', ' - ']) expect(valuesIn(`10${to}20件`)).toEqual([]);
    expect(valuesIn('10，20件')).toEqual([20]);
    expect(valuesIn('至20件')).toEqual([20]);
  });

  it('have the decimals that are printed', () => {
    expect(quantitiesIn('占 34.20%')).toEqual([
      { value: 34.2, decimals: 2, unit: '%', approximate: false, start: 2, end: 8 },
    ]);
    expect(valuesIn('0.12345678元')).toEqual([0.123_456_78]);
    expect(valuesIn('0.123456789元')).toEqual([]);
    expect(valuesIn('第1.2.3条')).toEqual([]);
  });

  it('have twelve digits at most', () => {
    expect(valuesIn('123456789012件')).toEqual([123_456_789_012]);
    expect(valuesIn('1234567890123件')).toEqual([]);
  });

  it('may be printed full width', () => {
    expect(quantitiesIn('占９０．５％')).toEqual([
      { value: 90.5, decimals: 1, unit: '%', approximate: false, start: 1, end: 6 },
    ]);
  });

  it('have no unit where other words follow', () => {
    expect(quantitiesIn('2021年，3万件，4 天，5')).toEqual([]);
  });
});

describe('numbers not meant exactly', () => {
  it.each(['约', '近', '超', '超过', '逾', '至少', '不少于'])('have %s before them', (word) => {
    expect(roughly(`${word}30件`)).toEqual([true]);
    expect(roughly(`${word}   30件`)).toEqual([true]);
    expect(roughly(`${word}    30件`)).toEqual([false]);
  });

  it.each(['余', '多'])('have %s after the number or the unit', (word) => {
    for (const text of [`30${word}件`, `30   ${word}   件`, `30件${word}`]) expect(roughly(text)).toEqual([true]);
    expect(roughly(`30件 ${word}`)).toEqual([false]);
    for (const text of [`30    ${word}件`, `30${word}    件`]) expect(roughly(text)).toEqual([]);
  });
});

describe('numbers in words', () => {
  it.each(['件', '宗', '起'])('count in %s', (unit) => {
    const quantity = { ...exact, unit, value: 12, start: 2, end: 5 };
    expect(quantitiesIn(`收到十二${unit}`)).toEqual([quantity]);
    expect(quantitiesIn(`收到十二   ${unit}`)).toEqual([{ ...quantity, end: 8 }]);
    expect(quantitiesIn(`收到十二    ${unit}`)).toEqual([]);
  });

  it('count nothing else', () => {
    expect(quantitiesIn('第三件，第十二件，三条，一个，一次，一件事，三项')).toEqual([]);
  });

  it('stand among the others in order', () => {
    expect(valuesIn('5件，三件，7件，两件')).toEqual([5, 3, 7, 2]);
  });

  it('are left alone where they are parts of longer ones, meant roughly or no numbers', () => {
    expect(valuesIn('三万五千件，二亿零三件')).toEqual([]);
    expect(valuesIn('二三件，三五十件，二〇二三件，一二三件')).toEqual([]);
    expect(valuesIn('一千零二百零三十零四件')).toEqual([]);
  });

  it.each(['约', '近', '超', '超过', '逾', '至少', '不少于', '数', '几', '上'])('are rough after %s', (word) => {
    expect(quantitiesIn(`${word} 三十件`)).toEqual([
      { ...exact, approximate: true, value: 30, start: word.length + 1, end: word.length + 4 },
    ]);
  });

  it.each([
    ...([
      ['零', 0],
      ['〇', 0],
      ['一', 1],
      ['二', 2],
      ['两', 2],
      ['三', 3],
      ['四', 4],
      ['五', 5],
      ['六', 6],
    ] as const),
    ...([
      ['七', 7],
      ['八', 8],
      ['九', 9],
      ['十', 10],
      ['十二', 12],
      ['二十', 20],
      ['二十三', 23],
    ] as const),
    ...([
      ['百', 100],
      ['一百零五', 105],
      ['一百一十', 110],
      ['两千三百四十五', 2345],
      ['九千零六', 9006],
    ] as const),
  ])('%s is %i', (words, value) => {
    expect(chineseNumber(words)).toBe(value);
    expect(valuesIn(`${words}件`)).toEqual([value]);
  });
});
