import { forms, parseReport, type Report } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../testing/sample-report.ts';
import { reportJson } from './write.ts';

describe.each(forms)('a report of $id as JSON', (form) => {
  const report: Report = {
    ...sampleReport(form),
    explanations: [{ rule: 'R60', cells: { 'requests.carriedIn.total': null }, text: '上年度统计口径不同。' }],
    asFound: { extraRows: ['备注'] },
  };

  it('is read back as the same report', () => {
    expect(parseReport(JSON.parse(reportJson(report)))).toEqual({ ok: true, report });
  });

  it('has its keys and cells in official order, whatever order it was given in', () => {
    const shuffled = reversed(report) as Report;
    expect(Object.keys(shuffled)[0]).not.toBe('$schema');
    expect(reportJson(shuffled)).toBe(reportJson(report));
  });

  it('is indented and ends with a line', () => {
    expect(reportJson(report)).toMatch(/^\{\n  "\$schema": "urn:gongkai:report:[^"]+",\n[^]*\n\}\n$/);
  });
});

/** The same with the keys of envelope and tables the other way round. */
function reversed(report: Report): unknown {
  const turn = (value: unknown, depth: number): unknown =>
    depth === 0
      ? value
      : Object.fromEntries(
          Object.entries(value as object)
            .reverse()
            .map(([key, inner]) => [key, turn(inner, depth - 1)]),
        );
  return turn({ ...report, tables: turn(report.tables, 3) }, 1);
}
