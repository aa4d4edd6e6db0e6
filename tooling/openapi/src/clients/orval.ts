import { listFigures, listReports, listReportsCsv } from './generated.ts';

/** What a user of the generated client writes: no cast, no assertion. */
export async function years(): Promise<number[]> {
  const answer = await listReports({ year: 2024, kind: 'own', limit: 5 });
  if (answer.status !== 200) throw new Error(String(answer.status));
  const total: number = answer.data.total;
  const next: string | null = answer.data.next;
  const figures = await listFigures({ cells: ['三.一.总计'] });
  const value: number | string | null | { na: string } | undefined =
    figures.status === 200 ? figures.data.items[0]?.value : undefined;
  const csv = await listReportsCsv();
  const text: string | undefined = csv.status === 200 ? csv.data : undefined;
  void [total, next, value, text];
  // @ts-expect-error: the type is known, and has no such field
  void answer.data.pages;
  return answer.data.items.map(({ year }) => year);
}
