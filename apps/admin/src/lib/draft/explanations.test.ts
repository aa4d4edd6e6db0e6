import { blankReport, checkFigures, failures, forms, withValue } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { toExplain, withExplanation } from './explanations.ts';

const form = forms.at(-1)!;
const cell = 'disclosure.normativeDocuments.issued';
const zeros = ['issued', 'repealed', 'inForce'].reduce(
  (report, column) => withValue(form, report, `disclosure.normativeDocuments.${column}`, 0),
  blankReport(form, { name: '青原镇人民政府' }, form.years.from, 'own'),
);
const report = withValue(form, zeros, cell, 3);
const finding = failures(checkFigures(form, report)).find(({ rule }) => rule === 'R22')!;
const toExplainIn = (given: typeof report) => toExplain(given, [finding]);

it('an explanation replaces the earlier one, and an empty one removes it', () => {
  const first = withExplanation(report, finding, ' 三件次年施行。 ');
  expect(first.explanations).toMatchObject([{ rule: 'R22', text: '三件次年施行。' }]);
  const second = withExplanation(first, finding, '均自次年起施行。');
  expect(second.explanations.map(({ text }) => text)).toEqual(['均自次年起施行。']);
  expect(withExplanation(second, finding, ' ').explanations).toEqual([]);
});

it('findings without an explanation come first', () => {
  const other = { ...finding, rule: 'R21', cells: [] };
  const explained = withExplanation(report, finding, '均自次年起施行。');
  expect(toExplain(explained, [finding, other])).toEqual([other, finding]);
  expect(toExplainIn(report)).toEqual([finding]);
});
