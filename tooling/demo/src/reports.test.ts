import { check, failures, formOf, parseReport } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { agencies, years } from './county.ts';
import { demoReports } from './reports.ts';

const reports = demoReports();
const key = (agencyId: string, year: number, kind: string) => `${agencyId} ${year} ${kind}`;
const byKey = new Map(reports.map((entry) => [key(entry.agencyId, entry.year, entry.kind), entry]));

describe('the demonstration county', () => {
  it('has a report of every agency for every year', () => {
    expect(byKey.size).toBe(agencies.length * (years.last - years.first + 1));
    expect(reports).toHaveLength(byKey.size);
  });

  it('is made of valid reports, the same at every making', () => {
    for (const { report } of reports) expect(parseReport(JSON.parse(JSON.stringify(report))).ok).toBe(true);
    expect(demoReports()).toEqual(reports);
  });

  it('has findings where slips were put in, and nowhere else', () => {
    const found = new Map<string, string[]>();
    for (const { agencyId, year, kind, report } of reports) {
      const previous = byKey.get(key(agencyId, year - 1, kind))?.report;
      const blocking = failures(check(formOf(report.form), report, previous ? { previous } : {})).filter(
        ({ severity }) => severity !== 'hint',
      );
      if (blocking.length > 0)
        found.set(`${report.agency.name} ${year}`, [...new Set(blocking.map(({ rule }) => rule))].toSorted());
    }
    expect(Object.fromEntries(found)).toEqual({
      '云溪县青原镇人民政府 2020': ['R10'],
      '云溪县石门镇人民政府 2024': ['R29', 'R31', 'R60'],
      // The county added the slip up with the rest.
      '云溪县人民政府 2024': ['R29', 'R31', 'R60'],
    });
  });
});
