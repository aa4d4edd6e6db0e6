import { blankReport, formOf, forms, withValue, type Finding } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { mergeFindings, serverOnlyFindings, mergeServerFindings } from './server-findings.ts';
import { withBlocks } from './report-fields.ts';

const form = formOf(forms.at(-1)!.id);
const report = blankReport(form, { name: '云溪县人民政府' }, form.years.from, 'consolidated');
const [cell, elsewhere] = ['requests.received.total', 'disclosure.licensing.decisions'] as const;

const finding = (rule: string, more: Partial<Finding> = {}): Finding => ({
  ...{ rule, verdict: 'fail', severity: 'explain', scope: 'cell', cells: [], params: {} },
  message: { zh: rule, en: rule },
  ...more,
});
const own = [finding('R31', { severity: 'block', cells: [cell] }), finding('R36', { severity: 'hint' })];
const sum = finding('R69', { cells: [cell], params: { actual: 9, expected: 5 } });
const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

it('shows each finding once, most severe first', () => {
  const missing = finding('R70', { severity: 'block' });
  const theirs = serverOnlyFindings(report, [...own, missing, sum], own);
  expect(rulesOf(theirs.findings)).toEqual(['R70', 'R69']);
  expect(rulesOf(mergeFindings(report, own, theirs))).toEqual(['R31', 'R70', 'R69', 'R36']);
});

it('distinguishes findings of one rule by cells, place and params', () => {
  const place = { section: 'overview', block: 0, start: 0, end: 4 };
  const others = [{ cells: [elsewhere] }, { params: { actual: 8 } }, { place }].map((more) => ({ ...sum, ...more }));
  expect(serverOnlyFindings(report, [sum, ...others], [sum]).findings).toEqual(others);
  expect(serverOnlyFindings(report, [{ ...sum, message: { zh: '另一句', en: '' } }], [sum]).findings).toEqual([]);
});

it('drops a finding when a figure of its cells changes, and shows it again when the figure is restored', () => {
  const known = serverOnlyFindings(report, [sum], []);
  expect(mergeFindings(withValue(form, report, elsewhere, 3), [], known)).toEqual([sum]);
  expect(mergeFindings(withValue(form, report, cell, 3), [], known)).toEqual([]);
  expect(mergeFindings(withValue(form, report, cell, null), [], known)).toEqual([sum]);
});

it('drops a finding on a text when its section changes', () => {
  const said = finding('R43', { place: { section: 'overview', block: 0, start: 0, end: 2 } });
  const known = serverOnlyFindings(report, [said], []);
  const words = [{ type: 'paragraph' as const, text: '另有说明。' }];
  expect(mergeFindings(withBlocks(report, 'problems', words), [], known)).toEqual([said]);
  expect(mergeFindings(withBlocks(report, 'overview', words), [], known)).toEqual([]);
});

it('does not restore a finding that the browser also made and that was corrected', () => {
  expect(mergeFindings(report, [], serverOnlyFindings(report, own, own))).toEqual([]);
});

it('adds to the known findings that still apply', () => {
  const drift = finding('R69b', { params: { names: '青原镇' } });
  const known = serverOnlyFindings(report, [sum, drift], []);
  const changed = withValue(form, report, cell, 10);
  const now = { ...sum, params: { actual: 10, expected: 5 } };
  expect(mergeServerFindings(known, serverOnlyFindings(changed, [now, drift], []))).toEqual({
    report: changed,
    findings: [now, drift],
  });
});
