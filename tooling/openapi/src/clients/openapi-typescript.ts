import createClient from 'openapi-fetch';
import type { paths } from './schema.ts';

/** What a user of the generated types writes: no cast, no assertion. */
export async function years(baseUrl: string): Promise<number[]> {
  const client = createClient<paths>({ baseUrl });
  const { data, error } = await client.GET('/reports', { params: { query: { year: 2024, kind: 'own', limit: 5 } } });
  if (!data) throw new Error(error.message);
  const total: number = data.total;
  const next: string | null = data.next;
  const figures = await client.GET('/figures', { params: { query: { cells: ['三.一.总计'] } } });
  const value: number | string | null | { na: string } | undefined = figures.data?.items[0]?.value;
  const csv = await client.GET('/reports.csv', { parseAs: 'text' });
  const text: string | undefined = csv.data;
  void [total, next, value, text];
  // @ts-expect-error: the type is known, and has no such field
  void data.pages;
  return data.items.map(({ year }) => year);
}
