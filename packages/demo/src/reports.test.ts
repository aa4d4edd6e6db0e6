import { cellsOf, checkFigures, failures, formOf, parseReport, valueAt, type Context } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { agencies, mergedIn, reportsOn, years } from './county.ts';
import { demoReports } from './reports.ts';

const reports = demoReports();
const key = (agencyId: string, year: number, kind: string) => `${agencyId} ${year} ${kind}`;
const byKey = new Map(reports.map((entry) => [key(entry.agencyId, entry.year, entry.kind), entry]));

describe('the demonstration county', () => {
  it('has a report of every agency for every year but two that are still to be made', () => {
    const due = agencies.flatMap((agency) =>
      Array.from({ length: years.last - years.first + 1 }, (_, at) => reportsOn(agency, years.first + at)).filter(
        Boolean,
      ),
    );
    expect(byKey.size).toBe(due.length - 2);
    expect(reports).toHaveLength(byKey.size);
  });

  it('is made of valid reports, the same at every making', () => {
    for (const { report } of reports) expect(parseReport(JSON.parse(JSON.stringify(report))).ok).toBe(true);
    expect(demoReports()).toEqual(reports);
  });

  it('names an agency as it was called then', () => {
    const titles = reports.filter(({ agencyId }) => agencyId.endsWith('27')).map(({ report }) => report.title);
    expect(titles[1]).toBe('云溪县文化和旅游局2020年政府信息公开工作年度报告');
    expect(titles[2]).toBe('云溪县文体广电和旅游局2021年政府信息公开工作年度报告');
  });

  it.each(Array.from({ length: years.last - years.first }, (_, index) => years.first + index))(
    'adds up to the consolidated report of %i, money in 分 and the vertically led bureau apart',
    (year) => {
      const ofYear = reports.filter((entry) => entry.year === year);
      const county = ofYear.find(({ kind }) => kind === 'consolidated')!.report;
      const children = ofYear.filter(({ agencyId }) => agencies.find(({ id }) => id === agencyId)!.parentId !== null);
      expect(children).toHaveLength(agencies.filter((agency) => reportsOn(agency, year)).length - 2);
      for (const { key: cell } of cellsOf(formOf(county.form))) {
        const sum = children.reduce(
          (total, { report }) => total + toCents(valueAt(formOf(report.form), report, cell)),
          0,
        );
        expect([cell, toCents(valueAt(formOf(county.form), county, cell))]).toEqual([cell, sum]);
      }
    },
  );

  it('has findings where slips were put in, and nowhere else', () => {
    const found = new Map<string, string[]>();
    for (const { agencyId, year, kind, report } of reports) {
      const serious = failures(checkFigures(formOf(report.form), report, lastYearOf(agencyId, year, kind))).filter(
        ({ severity }) => severity !== 'hint',
      );
      if (serious.length > 0)
        found.set(`${report.agency.name} ${year}`, [...new Set(serious.map(({ rule }) => rule))].toSorted());
    }
    expect(Object.fromEntries(found)).toEqual({
      '云溪县青原镇人民政府 2020': ['R10'],
      '云溪县双溪乡人民政府 2021': ['R10'],
      '云溪县统计局 2022': ['R10'],
      '国家税务总局云溪县税务局 2022': ['R29', 'R31'],
      '国家税务总局云溪县税务局 2024': ['R60'],
    });
  });
});

/** Returns the report of the year before, with those of the agencies that have been merged into this one since. */
function lastYearOf(agencyId: string, year: number, kind: string): Pick<Context, 'previous' | 'predecessors'> {
  const previous = byKey.get(key(agencyId, year - 1, kind))?.report;
  const merged = mergedIn(
    agencies.find(({ id }) => id === agencyId)!,
    year,
  );
  if (!previous || merged.length === 0) return previous ? { previous } : {};
  return { predecessors: [previous, ...merged.map(({ id }) => byKey.get(key(id, year - 1, kind))!.report)] };
}

/** Converts a figure to an integer; blank and not applicable count as zero. */
function toCents(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string' ? Math.round(Number(value) * 1_000_000) : 0;
}
