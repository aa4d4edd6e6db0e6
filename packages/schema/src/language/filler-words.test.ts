import { describe, expect, it } from 'vitest';
import { isNeutral } from './filler-words.ts';
import { speaksOfOtherTime } from './statements.ts';

const agency = '云溪县青原镇人民政府';

describe('words that add nothing', () => {
  const units = '市 县 区 省 州 旗 镇 乡 街道 局 委 厅 办 院 机关 单位 系统'.split(' ');
  it.each([
    ...'2021年 2021年度 全年 本年 本年度 今年 当年 年内 年度 共计 总共 共 累计 合计 总计 一共 依法 均 都'.split(' '),
    ...'已经 已 其中 并 且 另 也 还 有 的 为 是 涉及 各级 行政机关'.split(' '),
    ...'信息公开申请中 政府信息公开申请中 的信息公开申请中 办结信息公开申请中'.split(' '),
    ...'答复的政府信息公开申请中 办理的政府信息公开申请中 收到的政府信息公开申请中'.split(' '),
    ...'所有答复的政府信息公开申请中 全部收到信息公开申请中'.split(' '),
    ...units.flatMap((unit) => [`我${unit}`, `本${unit}`, `全${unit}`]),
  ])('are %s', (words) => {
    expect(isNeutral(words, '')).toBe(true);
    expect(isNeutral(`${words}全年${words}`, '')).toBe(true);
    expect(isNeutral(`${words}信函`, '')).toBe(false);
    expect(isNeutral(`信函${words}`, '')).toBe(false);
  });

  it('are none at all, and no more than 60 characters', () => {
    expect(isNeutral('', agency)).toBe(true);
    expect(isNeutral('共'.repeat(60), agency)).toBe(true);
    expect(isNeutral('共'.repeat(61), agency)).toBe(false);
  });

  it('are the name of the body or a short form of it, with such words before and after', () => {
    for (const words of [agency, '青原镇', '云溪', '青原镇全年共', '全年青原镇', '全年青原镇人民政府共', '青原镇政府'])
      expect(isNeutral(words, agency)).toBe(true);
    for (const words of ['镇', '共镇', '白石乡', '青原镇信函', '青原镇共信函', '青原镇云溪县', '青原镇全年青原镇'])
      expect(isNeutral(words, agency)).toBe(false);
  });
});

describe('another time', () => {
  const other = (before: string) => speaksOfOtherTime(before, 2021);

  it.each([
    ...[
      '2020年',
      '2022年',
      '上年',
      '上一年',
      '去年',
      '同期',
      '上半年',
      '下半年',
      '第三季度',
      '5月份',
      '实施以来',
      '历年',
    ],
  ])('is that of %s, unless the year is named after it', (words) => {
    expect(other(`${words}收到`)).toBe(true);
    expect(other(`${words}收到，2021年收到`)).toBe(false);
    expect(other(`2021年收到，${words}收到`)).toBe(true);
  });

  it('is no other where none is named, or the year itself', () => {
    for (const words of ['', '全年收到', '2021年收到', '今年收到', '月份', '1999年', '2020件'])
      expect(other(words)).toBe(false);
  });
});
