import { blankReport, buildTables, cellOf, formOfYear, type Report } from '@gongkai/schema';
import { toCanonicalReport } from '../report/canonical-report.ts';
import type { ExampleData } from '../rest/openapi/example-data.ts';

/** Agencies of the fixture of the open API. */
export const exampleIds = { government: '01JDEM0YX00000000000000001', town: '01JDEM0YX00000000000000013' } as const;

const townName = '云溪县青原镇人民政府';

/** What the town published: year, and the number in its cells. */
export const publishedCounts = [
  [2020, 1],
  [2023, 3],
  [2024, 4],
] as const;

/** An archived report of the example town: the same number in every cell of a count, its tenth in every amount. */
export function exampleReport(year: number, count: number): Report {
  const form = formOfYear(year)!;
  const tables = buildTables(form, (key) => (cellOf(form, key).measure === 'money' ? `${count}.5` : count));
  const origin = { type: 'archived', source: { publishedOn: `${year + 1}-01-15` } } as const;
  return { ...blankReport(form, { name: townName, id: exampleIds.town }, year, 'own'), tables, origin };
}

/** What the document's examples are made of in that fixture. */
export const exampleData: ExampleData = {
  reports: publishedCounts.toReversed().map(([year, count]) => ({
    ...{ agencyId: exampleIds.town, agencyName: townName, year, kind: 'own' as const },
    ...{ form: formOfYear(year)!.id, digest: toCanonicalReport(exampleReport(year, count)).digest },
  })),
  parentId: exampleIds.government,
  round: { agencyId: exampleIds.government, agencyName: '云溪县人民政府', year: 2024 },
};
