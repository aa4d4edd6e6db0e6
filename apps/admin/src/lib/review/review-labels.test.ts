import { stageLabels } from '@gongkai/api/schemas';
import { forms } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { placeLabel, formatReasons, formatState } from './review-labels.ts';

const form = forms.at(-1)!;

it('a comment names its place as in the report', () => {
  expect(placeLabel(form, { target: 'cell', place: 'requests.received.total', text: '' })).toBe('三.一.总计');
  expect(placeLabel(form, { target: 'section', place: form.sections[0]!.key, text: '' })).toMatch(/^一、/);
  expect(placeLabel(form, { target: 'section', place: 'preamble', text: '' })).toBe('引言');
  expect(placeLabel(form, { target: 'rule', place: 'R31', text: '' })).toBe('核对规则 R31');
  expect(placeLabel(form, { target: 'report', text: '' })).toBe('整份报告');
});

it('reasons have labels, and an unknown reason is shown unchanged', () => {
  expect(formatReasons(['figures', 'wording'])).toBe('数据有误、表述不准确、不规范');
  expect(formatReasons(['later'])).toBe('later');
  expect(formatReasons()).toBe('');
});

it('a state has its time and user, and the time of a scheduled publication', () => {
  expect(formatState({ stage: 'none' })).toBe(stageLabels.none);
  const since = '2026-01-10T02:00:00Z';
  expect(formatState({ stage: 'submitted', since, by: '甲' })).toMatch(/^待审核（甲，1月10日.*10:00）$/);
  const due = '2026-01-31T01:00:00Z';
  expect(formatState({ stage: 'scheduled', since, by: '乙', due })).toMatch(/^定时公布：1月31日.*09:00（乙/);
});
