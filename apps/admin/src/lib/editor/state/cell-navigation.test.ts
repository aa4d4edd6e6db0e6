import {
  blankReport,
  cellOf,
  check,
  failures,
  formOf,
  forms,
  uniformTables,
  valueAt,
  withValue,
} from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { cellsToReview, countBySeverity, findingsBySection, cellHeadings, nextCellIn } from './cell-navigation.ts';

const form = forms.at(-1)!;
const zeros = {
  ...blankReport(form, { name: '某某镇人民政府' }, form.years.from, 'own'),
  tables: uniformTables(form, 0),
};
const report = withValue(
  form,
  withValue(form, zeros, 'requests.granted.total', 3),
  'litigation.reconsideration.total',
  null,
);
const findings = failures(check(form, report)).filter(({ rule }) => ['R6', 'R10', 'R31'].includes(rule));

it('describes a cell by its headings', () => {
  expect(cellHeadings(cellOf(form, 'requests.stateSecrets.businesses'))).toEqual({
    row: '三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密',
    column: '申请人情况 › 法人或其他组织 › 商业企业',
  });
  expect(cellHeadings(cellOf(form, 'litigation.directLawsuits.upheld'))).toEqual({
    row: '行政诉讼 › 未经复议直接起诉',
    column: '结果维持',
  });
});

it('groups findings by their section', () => {
  const bySection = findingsBySection(form, findings);
  expect(bySection.get('requests')?.map(({ rule }) => rule)).toEqual(['R31']);
  expect(bySection.get('litigation')?.map(({ rule }) => rule)).toEqual(['R10']);
  expect(bySection.get('problems')?.map(({ rule }) => rule)).toEqual(['R6']);
});

it('counts findings by severity, most severe first', () => {
  const [block, hint] = (['block', 'hint'] as const).map((severity) => ({ ...findings[0]!, severity }));
  expect(countBySeverity([hint!, block!, hint!])).toEqual([
    { severity: 'block', count: 1 },
    { severity: 'hint', count: 2 },
  ]);
});

describe('cells to see', () => {
  const cells = cellsToReview(
    form,
    findings,
    new Set(['disclosure.regulations.issued']),
    (cell) => valueAt(formOf(report.form), report, cell) === null,
  );

  it('are those to confirm, those with a finding, and blank ones, in official order', () => {
    expect(cells).toEqual([
      'disclosure.regulations.issued',
      'requests.granted.total',
      'litigation.reconsideration.total',
    ]);
  });

  it('are visited cyclically in both directions', () => {
    expect(nextCellIn(form, cells, undefined)).toBe('disclosure.regulations.issued');
    expect(nextCellIn(form, cells, 'disclosure.regulations.repealed')).toBe('requests.granted.total');
    expect(nextCellIn(form, cells, 'litigation.reconsideration.total')).toBe('disclosure.regulations.issued');
    expect(nextCellIn(form, cells, 'requests.granted.total', true)).toBe('disclosure.regulations.issued');
    expect(nextCellIn(form, cells, 'disclosure.regulations.issued', true)).toBe('litigation.reconsideration.total');
    expect(nextCellIn(form, [], 'requests.granted.total')).toBeUndefined();
  });
});
