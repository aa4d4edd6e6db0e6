import { describe, expect, it } from 'vitest';
import { check } from '../catalogue/catalogue.ts';
import { forms } from '../forms/registry.ts';
import type { Report } from '../report/report.ts';
import { parseReport } from '../forms/parse-report.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { arithmetic } from './arithmetic.ts';

const form = forms[1]!;
const rows = ['requests.notCorrected', 'requests.feeUnpaid', 'requests.otherReasons'];
const undivided = [{ label: '（六）其他处理', rows, values: { naturalPersons: 4, businesses: 0, total: 4 } }];
const blanks = Object.fromEntries(
  rows.flatMap((row) => [
    [`${row}.naturalPersons`, null],
    [`${row}.total`, null],
  ]),
);
const reportWith = (total: number): Report =>
  sampleReport(form, {
    set: {
      ...blanks,
      ...Object.fromEntries(
        ['received', 'total'].flatMap((row) => [
          [`requests.${row}.naturalPersons`, total],
          [`requests.${row}.total`, total],
        ]),
      ),
    },
    report: { asFound: { missingRows: rows, undivided } },
  });
const failing = (report: Report, rule: string) =>
  check(form, report).filter((finding) => finding.rule === rule && finding.verdict === 'fail');

describe('a figure that a source gives for several rows together', () => {
  it('is part of the report', () => {
    expect(parseReport(reportWith(4))).toEqual({ ok: true, report: reportWith(4) });
  });

  it('counts in the sums of its column', () => {
    expect(failing(reportWith(4), 'R30')).toEqual([]);
    expect(failing(reportWith(6), 'R30').map(({ params }) => [params.place, params.left, params.right])).toEqual([
      ['自然人', 4, 6],
      ['总计', 4, 6],
    ]);
    expect(check(form, reportWith(4)).filter(({ rule, verdict }) => rule === 'R30' && verdict === 'skip')).toEqual([]);
  });

  it('counts in the sum of its row, which goes by its name in the source', () => {
    const values = { naturalPersons: 3, total: 4 };
    const broken = { ...reportWith(4), asFound: { undivided: [{ ...undivided[0]!, values }] } };
    expect(failing(broken, 'R31').map(({ params }) => params.place)).toEqual(['（六）其他处理']);
  });

  it('is no suspect in one of the rows, and 0 is not advised for it', () => {
    for (const { suspects = [] } of failing(reportWith(6), 'R30'))
      expect(suspects.filter(({ cell }) => rows.some((row) => cell.startsWith(row)))).toEqual([]);
    const said = failing(reportWith(4), 'R10');
    expect(said.map(({ params }) => params.advice)).toEqual([
      '原文“（六）其他处理”只有合计（自然人 4、总计 4），没有分到这几行，请对照台账分别填写。',
    ]);
    expect(said[0]!.cells).toHaveLength(6);
  });

  it('no longer counts once a cell of its rows is filled in', () => {
    const report = { ...reportWith(4), tables: sampleReport(form, {}).tables };
    expect(failing(report, 'R10')).toEqual([]);
    expect(failing(report, 'R30')).toEqual([]);
  });

  it('has the same verdicts where many reports are evaluated', () => {
    for (const total of [4, 6])
      expect(arithmetic(form, reportWith(total)).failed).toEqual(
        check(form, reportWith(total)).filter(
          ({ rule, verdict }) =>
            verdict === 'fail' && form.figureRules.some(({ id, formula }) => id === rule && formula),
        ),
      );
  });
});
