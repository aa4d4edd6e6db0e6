import { blankReport, buildTables, cellOf, formOfYear, type Report } from '@gongkai/schema';
import { toCanonicalReport } from '../report/canonical-report.ts';
import type { ExampleData } from '../rest/openapi/example-data.ts';

/** Agencies of the open API fixture. */
export const exampleIds = { government: '01JDEM0YX00000000000000001', town: '01JDEM0YX00000000000000013' } as const;

const townName = '云溪县青原镇人民政府';

/** Reports of the town: year, and the number in its cells. */
export const publishedCounts = [
  [2020, 1],
  [2023, 3],
  [2024, 4],
] as const;

/**
 * Builds an archived report of the example town with the same number in every count, and a tenth of it in every amount.
 */
export function exampleReport(year: number, count: number): Report {
  const form = formOfYear(year)!;
  const tables = buildTables(form, (key) => (cellOf(form, key).measure === 'money' ? `${count}.5` : count));
  const origin = { type: 'archived', source: { publishedOn: `${year + 1}-01-15` } } as const;
  return { ...blankReport(form, { name: townName, id: exampleIds.town }, year, 'own'), tables, origin };
}

/** Example data of the OpenAPI document for the fixture. */
export const exampleData: ExampleData = {
  reports: publishedCounts.toReversed().map(([year, count]) => ({
    ...{ agencyId: exampleIds.town, agencyName: townName, year, kind: 'own' as const },
    ...{ form: formOfYear(year)!.id, digest: toCanonicalReport(exampleReport(year, count)).digest },
  })),
  parentId: exampleIds.government,
  round: { agencyId: exampleIds.government, agencyName: '云溪县人民政府', year: 2024 },
};
