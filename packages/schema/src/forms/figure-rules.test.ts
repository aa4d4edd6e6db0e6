import { describe, expect, it } from 'vitest';
import type { Finding } from '../engine/finding.ts';
import { valuesOf } from '../report/values.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import type { Vector } from '../engine/vector.ts';
import { saidBy, verdictsBy } from '../testing/said.ts';
import { forms } from './registry.ts';

const [earlier, later] = [forms[0]!, forms[1]!];
type Sample = Omit<Vector, 'name' | 'verdict'>;

describe('relations of table two', () => {
  it('R21, R22 and R61 hold for regulations and for normative documents', () => {
    for (const id of ['R21', 'R22', 'R61'])
      expect(saidBy(later, id, { previous: {}, year: 2022 }).map(({ params }) => params.place)).toEqual([
        '规章',
        '行政规范性文件',
      ]);
  });

  it('R21 lets all be repealed that was in force or issued, and no more', () => {
    const at = (repealed: number) =>
      verdictsBy(later, 'R21', {
        year: 2022,
        set: { 'disclosure.regulations.repealed': repealed, 'disclosure.regulations.issued': 1 },
        previous: { set: { 'disclosure.regulations.inForce': 2 } },
      })[0];
    expect([2, 3, 4].map(at)).toEqual(['pass', 'pass', 'fail']);
  });

  it('R22 lets in force be as many as issued less repealed, or more', () => {
    const at = (inForce: number) =>
      verdictsBy(later, 'R22', {
        set: {
          'disclosure.regulations.inForce': inForce,
          'disclosure.regulations.issued': 5,
          'disclosure.regulations.repealed': 2,
        },
      })[0];
    expect([2, 3, 4].map(at)).toEqual(['fail', 'pass', 'pass']);
  });

  it('R23 lets all documents be newly disclosed, and no more', () => {
    const at = (row: string, newly: number) =>
      verdictsBy(earlier, 'R23', {
        set: { [`disclosure.${row}.newlyDisclosed`]: newly, [`disclosure.${row}.totalDisclosed`]: 3 },
      }).filter((verdict) => verdict === 'fail').length;
    for (const row of ['regulations', 'normativeDocuments'])
      expect([2, 3, 4].map((n) => at(row, n))).toEqual([0, 0, 1]);
  });

  it('R24 and R63 hold for every row that counts items', () => {
    const rows = ['行政许可', '其他对外管理服务事项', '行政处罚', '行政强制', '行政事业性收费'];
    for (const id of ['R24', 'R63'])
      expect(saidBy(earlier, id, { previous: { year: 2019 }, year: 2020 }).map(({ params }) => params.place)).toEqual(
        rows,
      );
    const at = (change: number) =>
      verdictsBy(earlier, 'R24', {
        set: { 'disclosure.penalties.previousItems': 3, 'disclosure.penalties.change': change },
      })[2];
    expect([-2, -3, -4].map(at)).toEqual(['pass', 'pass', 'fail']);
  });

  it.each(['licensing', 'otherServices', 'penalties', 'compulsoryMeasures'])('R25 looks at the row %s', (row) => {
    const key = (column: string) => `disclosure.${row}.${column}`;
    const cells = ['previousItems', 'change', 'decisions'].map(key);
    const mixed = { [key('previousItems')]: 5, [key('change')]: -2, [key('decisions')]: 3 };
    const found = (changes: Record<string, number | null>) =>
      saidBy(earlier, 'R25', { set: { ...mixed, ...changes } }).find((finding) => finding.cells[0] === cells[0])!;
    expect(found({})).toMatchObject({
      verdict: 'fail',
      scope: 'row',
      cells,
      params: { items: 5, change: -2, decisions: 3 },
      actual: 3,
    });
    expect(found({ [key('decisions')]: 4 }).verdict).toBe('pass');
    expect(found({ [key('change')]: 0, [key('previousItems')]: 3 }).verdict).toBe('pass');
    for (const cell of cells)
      expect(found({ [cell]: null })).toMatchObject({ verdict: 'skip', scope: 'row', cells, reason: 'blank_cells' });
  });

  it('R26 wants projects and an amount, or neither', () => {
    const [projects, amount] = ['projects', 'amount'].map((column) => `disclosure.centralisedProcurement.${column}`);
    const found = (count: number | null, money: string | null) =>
      saidBy(earlier, 'R26', { set: { [projects!]: count, [amount!]: money } })[0]!;
    expect([found(1, '2'), found(0, '0.00'), found(1, '0'), found(0, '2')].map(({ verdict }) => verdict)).toEqual([
      'pass',
      'pass',
      'fail',
      'fail',
    ]);
    expect(found(1, '0')).toMatchObject({
      scope: 'row',
      cells: [projects, amount],
      params: { projects: 1, amount: '0' },
    });
    for (const blank of [found(null, '1'), found(1, null)])
      expect(blank).toMatchObject({ verdict: 'skip', scope: 'row', cells: [projects, amount], reason: 'blank_cells' });
  });

  it('R62 lets what is disclosed in all grow, and not shrink', () => {
    const at = (now: number) =>
      verdictsBy(earlier, 'R62', {
        year: 2020,
        set: { 'disclosure.regulations.totalDisclosed': now },
        previous: { year: 2019, set: { 'disclosure.regulations.totalDisclosed': 3 } },
      });
    expect([2, 3, 4].map((now) => at(now)[0])).toEqual(['fail', 'pass', 'pass']);
    expect(at(3)).toHaveLength(2);
  });
});

describe.each(forms)('relations of tables three and four in $id', (form) => {
  const direct = 'litigation.directLawsuits.total';
  const after = 'litigation.lawsuitsAfterReconsideration.total';
  const reviewed = 'litigation.reconsideration.total';
  const [received, carriedIn] = ['requests.received.total', 'requests.carriedIn.total'];
  const nextYear = form.years.from + 1;

  it('R29 and R30 hold in 7 columns, R31 in every row, R37 to R39 in one group each', () => {
    const count = (id: string) => saidBy(form, id, {}).length;
    const rows = form.tables.requests!.blocks[0]!.rows.length;
    expect(['R29', 'R30', 'R31', 'R37', 'R38', 'R39'].map(count)).toEqual([7, 7, rows, 1, 1, 1]);
  });

  it('R30 adds every row under the outcomes but the total', () => {
    const [{ cells }] = saidBy(form, 'R30', {}) as [Finding];
    const leaves = form.tables
      .requests!.blocks[0]!.rows.filter(({ under }) => under !== undefined)
      .map(({ key }) => `requests.${key}.naturalPersons`);
    expect(cells).toEqual(leaves);
  });

  it('R36 looks at the total carried out that is over a quarter of those received', () => {
    const at = (carriedOut: number) =>
      verdictsBy(form, 'R36', { set: { [received]: 20, 'requests.carriedOut.total': carriedOut } });
    expect([at(4), at(5), at(6)]).toEqual([['pass'], ['pass'], ['fail']]);
  });

  it('R40 asks for a reconsideration this year or last where lawsuits follow one', () => {
    const found = (set: Sample['set'], before?: Sample['set']) =>
      saidBy(form, 'R40', { set: set!, year: nextYear, ...(before && { previous: { set: before } }) })[0]!;
    const outcome = { scope: 'row', cells: [after, reviewed] };
    expect(found({ [after]: 2 }, {})).toMatchObject({
      verdict: 'fail',
      ...outcome,
      params: { lawsuits: 2 },
      actual: 2,
    });
    expect(found({ [after]: 2 }, { [reviewed]: 1 })).toMatchObject({ verdict: 'pass', ...outcome });
    expect(found({ [after]: 2, [reviewed]: 1 }, {}).verdict).toBe('pass');
    expect(found({}).verdict).toBe('pass');
    expect(found({ [after]: null })).toMatchObject({ verdict: 'skip', ...outcome, reason: 'blank_cells' });
    expect(found({ [reviewed]: null })).toMatchObject({ verdict: 'skip', ...outcome, reason: 'blank_cells' });
    expect(found({ [after]: 2 })).toMatchObject({ verdict: 'skip', ...outcome, reason: 'no_previous_report' });
    expect(found({ [after]: 2 }, { [reviewed]: null })).toMatchObject({
      verdict: 'skip',
      ...outcome,
      reason: 'no_previous_figure',
    });
  });

  it('R41 asks for an application this year or last where there are cases', () => {
    const found = (set: Sample['set'], before?: Sample['set']) =>
      saidBy(form, 'R41', { set: set!, year: nextYear, ...(before && { previous: { set: before } }) })[0]!;
    const outcome = { scope: 'table', cells: [received, carriedIn, reviewed, direct, after] };
    for (const group of [reviewed, direct, after]) {
      expect(found({ [group]: 2 }, {})).toMatchObject({ verdict: 'fail', ...outcome, params: { cases: 2 }, actual: 2 });
      expect(found({ [group]: null })).toMatchObject({ verdict: 'skip', ...outcome, reason: 'blank_cells' });
    }
    for (const asked of [received, carriedIn]) {
      expect(found({ [direct]: 1, [asked]: 1 }, {})).toMatchObject({ verdict: 'pass', ...outcome });
      expect(found({ [direct]: 1 }, { [asked]: 1 }).verdict).toBe('pass');
      expect(found({ [direct]: 1, [asked]: null }).verdict).toBe('skip');
      expect(found({ [direct]: 1 }, { [asked]: null })).toMatchObject({
        verdict: 'skip',
        reason: 'no_previous_figure',
      });
    }
    expect(found({}).verdict).toBe('pass');
    expect(found({ [direct]: 1 })).toMatchObject({ verdict: 'skip', ...outcome, reason: 'no_previous_report' });
  });

  it.each([
    ['reconsideration', '行政复议', 0],
    ['directLawsuits', '未经复议直接起诉', 1],
    ['lawsuitsAfterReconsideration', '复议后起诉', 2],
  ])('R64 misses pending cases of %s', (group, place, at) => {
    const [total, pending] = [`litigation.${group}.total`, `litigation.${group}.pending`];
    const found = (now: number | null, before?: number | null) =>
      saidBy(form, 'R64', {
        year: nextYear,
        set: { [total]: now },
        ...(before !== undefined && { previous: { set: { [pending]: before } } }),
      })[at]!;
    const outcome = { scope: 'row', cells: [total] };
    expect(found(0, 2)).toMatchObject({ verdict: 'fail', ...outcome, params: { place, pending: 2 } });
    expect(found(1, 2)).toMatchObject({ verdict: 'pass', ...outcome });
    expect(found(0, 0)).toMatchObject({ verdict: 'pass', ...outcome });
    expect(found(null, 2)).toMatchObject({ verdict: 'skip', ...outcome, params: { place }, reason: 'blank_cells' });
    expect(found(0, null)).toMatchObject({ verdict: 'skip', ...outcome, reason: 'no_previous_figure' });
    expect(found(0)).toMatchObject({ verdict: 'skip', ...outcome, reason: 'no_previous_report' });
  });
});

describe('relations of the form in force', () => {
  const unpaid = 'requests.feeUnpaid.total';

  it('R34 wants section six to tell of fees where requests were dropped for them', () => {
    const found = (count: number | null, words: string) =>
      saidBy(later, 'R34', { set: { [unpaid]: count }, text: { other: [words] } })[0]!;
    const outcome = { scope: 'cell', cells: [unpaid] };
    expect(found(2, '无。')).toEqual({
      verdict: 'fail',
      severity: 'explain',
      ...outcome,
      params: { count: 2 },
      actual: 2,
    });
    expect(found(2, '未收取信息处理费。')).toMatchObject({
      verdict: 'pass',
      ...outcome,
      params: { count: 2 },
      actual: 2,
    });
    expect(found(0, '无。').verdict).toBe('pass');
    expect(found(null, '无。')).toMatchObject({ verdict: 'skip', ...outcome, params: {}, reason: 'blank_cells' });
  });

  it('R35 looks at the total of others that is over a fifth', () => {
    const at = (others: number) =>
      verdictsBy(later, 'R35', { set: { 'requests.total.total': 10, 'requests.otherReasons.total': others } });
    expect([at(1), at(2), at(3)]).toEqual([['pass'], ['pass'], ['fail']]);
  });

  it('R12 and R11 share the cells among them', () => {
    const report = sampleReport(later, {});
    expect(valuesOf(later, report.tables).filter((value) => value === '0')).toHaveLength(1);
  });
});
