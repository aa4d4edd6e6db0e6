import { blankReport, buildTables, cellOf, formOfYear, forms, type Report } from '@gongkai/schema';
import type { ExampleData, ExampleReport } from './example-data.ts';

/** Returns the newest report of the example data, as a list of one or none. */
export function newestReport({ reports }: ExampleData): readonly ExampleReport[] {
  return reports.slice(0, 1);
}

/** Returns the parameters of a route of one report. */
export function reportKeyOf({ agencyId, year, kind }: ExampleReport) {
  return { agencyId, year: String(year), kind };
}

export function reportTitle({ agencyName, year, kind }: ExampleReport): string {
  return `${agencyName} ${year} 年度${kind === 'own' ? '' : '汇总'}报告`;
}

/** Restricts a list to the year of the newest report. */
export function inNewestYear(data: ExampleData): Record<string, string> {
  return Object.fromEntries(newestReport(data).map(({ year }) => ['year', String(year)]));
}

/**
 * Builds the body of a submission: the example agency's report for the next year, with zero in every cell and no text.
 */
export function exampleSubmission({ reports: [newest] }: ExampleData): Report {
  const form = (newest && formOfYear(newest.year + 1)) ?? forms.at(-1)!;
  const year = newest ? newest.year + 1 : form.years.from;
  const agency = newest ? { name: newest.agencyName, id: newest.agencyId } : { name: '某镇人民政府' };
  const tables = buildTables(form, (key) => (cellOf(form, key).measure === 'money' ? '0' : 0));
  return { ...blankReport(form, agency, year, newest?.kind ?? 'own'), tables };
}
