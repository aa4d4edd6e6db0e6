import { describe, expect, it } from 'vitest';
import { staleYear, yearsOfReport } from './years.ts';

describe('an earlier year at the head of a sentence', () => {
  it.each([
    '2024年，全镇公开信息。',
    '2024年,全镇公开信息。',
    '2024年度，全镇公开信息。',
    '2024年我镇公开信息。',
    '2024年全镇公开信息。',
    '2024年公开信息。',
    '2024年共收到申请。',
    ' 2024 年 全镇公开信息。',
    '一是2024年，公开信息。',
    '（一）2024年，公开信息。',
    '(二)2024年，公开信息。',
    '一、2024年，公开信息。',
    '1.2024年，公开信息。',
    '12．2024年，公开信息。',
    '十二、2024年，公开信息。',
  ])('is stale in %s', (sentence) => {
    expect(staleYear(sentence, 2025)).toBe(2024);
    expect(staleYear(sentence, 2024)).toBeUndefined();
    expect(staleYear(sentence, 2023)).toBeUndefined();
  });

  it.each([
    '以来',
    '至今',
    '起，',
    '起,',
    '底',
    '末',
    '同期',
    '同比',
    '相比',
    '对比',
    '较',
    '上年',
    '去年',
    '往年',
    '历年',
    '结转',
    '印发',
    '发布',
    '出台',
    '修订',
    '制定',
    '实施',
    '成立',
    '组建',
    '开始',
    '《',
    '〔',
  ])('is history beside %s', (word) => {
    expect(staleYear(`2024年，全镇${word}公开信息。`, 2025)).toBeUndefined();
    expect(staleYear(`2024年，全镇${[...word].join(' ')}公开信息。`, 2025)).toBeUndefined();
  });

  it.each([
    '全镇2024年，公开信息。',
    '2024年公开信息，2025年公开更多。',
    '2024年有信息。',
    '2024，全镇公开信息。',
    '1998年，全镇公开信息。',
    '二零2024年，全镇公开信息。',
    '一2024年，全镇公开信息。',
    '1234.2024年，全镇公开信息。',
    '公开信息。',
    '',
  ])('is left alone in %j', (sentence) => {
    expect(staleYear(sentence, 2025)).toBeUndefined();
  });
});

describe('the year of the report itself', () => {
  it.each([
    '2024年政府信息公开工作年度报告',
    '2024年度政府信息公开工作年度报告',
    '2024 年 政务信息公开年度报告',
    '2024年政府信息公开报告',
    '2024年政府信息公开年度工作报告',
    '2024年政府信息公开工作年度工作年度报告',
  ])('is named by %s', (text) => {
    expect(yearsOfReport(`本机关${text}已公布。`)).toEqual([2024]);
  });

  it('is named as often as it stands there', () => {
    expect(yearsOfReport('2023年政府信息公开报告和2024年政府信息公开报告')).toEqual([2023, 2024]);
    expect(yearsOfReport('2024年政府工作报告、1999年政府信息公开报告、2024年信息公开报告')).toEqual([]);
    expect(yearsOfReport('2024年政府信息公开工作')).toEqual([]);
  });
});
