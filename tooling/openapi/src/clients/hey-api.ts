import { getReport, listFigures, listReports, listReportsCsv } from './sdk/index.ts';

/** What a user of the generated client writes: no cast, no assertion. */
export async function years(): Promise<number[]> {
  const { data, error } = await listReports({ query: { year: 2024, kind: 'own', limit: 5 } });
  if (!data) throw new Error(error.message);
  const total: number = data.total;
  const next: string | null = data.next;
  const figures = await listFigures({ query: { cells: ['三.一.总计'] } });
  const value: number | string | null | { na: string } | undefined = figures.data?.items[0]?.value;
  const text: string | undefined = (await listReportsCsv()).data;
  const [first] = data.items;
  const report = first && (await getReport({ path: { agencyId: first.agencyId, year: 2024, kind: 'own' } })).data;
  const form: 'form-2019' | 'form-2021' | undefined = report?.form;
  void [total, next, value, text, form];
  // @ts-expect-error: the type is known, and has no such field
  void data.pages;
  return data.items.map(({ year }) => year);
}
