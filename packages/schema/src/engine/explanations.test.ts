import { expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { withValue } from '../report/values.ts';
import { checkFigures } from './check-figures.ts';
import { failures } from './failures.ts';
import { explain, explanationOf, lapsed, unexplained } from './explanations.ts';

const form = forms.at(-1)!;
const report = sampleReport(form, { set: { 'disclosure.normativeDocuments.issued': 3 } });
const [finding] = failures(checkFigures(form, report)).filter(({ rule }) => rule === 'R22');
const explained = { ...report, explanations: [explain(report, finding!, '三件均自次年起施行。')] };

it('binds to rule, cells and values, and survives another run', () => {
  expect(unexplained(report, checkFigures(form, report))).toEqual([finding]);
  const findings = checkFigures(form, explained);
  expect(unexplained(explained, findings)).toEqual([]);
  expect(lapsed(explained, findings)).toEqual([]);
  expect(explanationOf(explained, finding!)?.text).toBe('三件均自次年起施行。');
});

it('lapses when a value of it changes, and not when another does', () => {
  const changed = withValue(form, explained, 'disclosure.normativeDocuments.issued', 4);
  expect(unexplained(changed, checkFigures(form, changed)).map(({ rule }) => rule)).toEqual(['R22']);
  expect(lapsed(changed, checkFigures(form, changed))).toEqual(explained.explanations);
  const elsewhere = withValue(form, explained, 'disclosure.licensing.decisions', 4);
  expect(unexplained(elsewhere, checkFigures(form, elsewhere))).toEqual([]);
});

it('does not hold for an empty word or for another rule', () => {
  const silent = { ...report, explanations: [explain(report, finding!, ' ')] };
  expect(explanationOf(silent, finding!)).toBeUndefined();
  const other = { ...report, explanations: [explain(report, { ...finding!, rule: 'R21' }, '如此。')] };
  expect(explanationOf(other, finding!)).toBeUndefined();
});

it('lapses when the words that it speaks of change', () => {
  const quoting = { ...finding!, cells: [], params: { quote: '全年公开 86 条。' } };
  const told = { ...report, explanations: [explain(report, quoting, '含上年 3 条。')] };
  expect(explanationOf(told, quoting)).toBeDefined();
  expect(explanationOf(told, { ...quoting, params: { quote: '全年公开 87 条。' } })).toBeUndefined();
});
