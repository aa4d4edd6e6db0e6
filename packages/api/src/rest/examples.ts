import { blankReport, buildTables, cellOf, formOfYear, type Report } from '@gongkai/schema';
import { sealReport } from '../report/canonical.ts';

/** Ids of the demonstration county: there the document's examples find something. */
export const exampleIds = { government: '01JDEM0YX00000000000000001', town: '01JDEM0YX00000000000000013' } as const;

export const exampleReportKey = { agencyId: exampleIds.town, year: '2024', kind: 'own' } as const;

/** An archived report of the example town: the same number in every cell of a count, its tenth in every amount. */
export function exampleReport(year: number, count: number): Report {
  const form = formOfYear(year)!;
  const agency = { name: '云溪县青原镇人民政府', id: exampleIds.town };
  const tables = buildTables(form, (key) => (cellOf(form, key).measure === 'money' ? `${count}.5` : count));
  const origin = { type: 'archived', source: { publishedOn: `${year + 1}-01-15` } } as const;
  return { ...blankReport(form, agency, year, 'own'), tables, origin };
}

/** Of the examples' reports, by year. */
export function exampleDigest(year: number, count: number): string {
  return sealReport(exampleReport(year, count)).digest;
}
