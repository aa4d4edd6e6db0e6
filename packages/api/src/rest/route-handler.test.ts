import { changeAgency } from '@gongkai/db/agency';
import { engines } from '@gongkai/db/testing';
import { cellsOf, forms } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOpenApiScenario, type OpenApiScenario } from '../testing/open-api-scenario.ts';
import { exampleIds } from '../testing/open-api-data.ts';

describe.each(engines)('the open API on %s', (engine) => {
  let fixture: OpenApiScenario;

  beforeAll(async () => {
    fixture = await openOpenApiScenario(engine);
  });
  afterAll(() => fixture.close());

  test('names the parameter that it does not know, and those that it does', async () => {
    const body = await (await fixture.rest.request('/reports?colour=red')).json();
    expect(body).toMatchObject({
      message: expect.stringMatching(/colour.*year/),
      details: { issues: [{ path: ['colour'] }] },
    });
  });

  test('gives a list part by part, each with where the next begins', async () => {
    const seen: string[] = [];
    let address: string | undefined = '/reports?limit=1';
    while (address) {
      const response: Response = await fixture.rest.request(address);
      const { items, total } = (await response.json()) as { items: { year: number }[]; total: number };
      expect(total).toBe(3);
      expect(response.headers.get('x-total-count')).toBe('3');
      seen.push(...items.map(({ year }) => String(year)));
      address = /<([^>]+)>; rel="next"/.exec(response.headers.get('link')!)?.[1];
    }
    expect(seen).toEqual(['2020', '2023', '2024']);
  });

  test('gives as CSV and JSON Lines the whole list, or as much as asked', async () => {
    const linesOf = async (query: string) =>
      (await (await fixture.rest.request(`/reports?${query}`)).text()).trimEnd().split('\n');
    expect(await linesOf('format=jsonl')).toHaveLength(3);
    expect(await linesOf('format=jsonl&limit=2')).toHaveLength(2);
    expect(await linesOf('format=csv')).toHaveLength(4);
  });

  test('starts CSV with a byte order mark where asked, and for downloads', async () => {
    const startOf = async (query: string) =>
      new Uint8Array(await (await fixture.rest.request(`/reports?format=csv${query}`)).arrayBuffer())[0];
    expect(await startOf('')).not.toBe(0xef);
    expect(await startOf('&bom=1')).toBe(0xef);
    expect(await startOf('&download=1')).toBe(0xef);
    expect(await startOf('&download=1&bom=0')).not.toBe(0xef);
  });

  test('guards text against formulas in CSV, and no value', async () => {
    const { town } = exampleIds;
    await changeAgency(fixture.database.db, town, '2024-05-01', { name: '=云溪县青原镇人民政府' });
    const lines = (await (await fixture.rest.request(`/figures?agencyId=${town}&year=2020&format=csv`)).text()).split(
      '\n',
    );
    expect(lines[1]).toContain(",'=云溪县青原镇人民政府,");
    expect(lines.some((line) => line.endsWith(',+1'))).toBe(true);
    await changeAgency(fixture.database.db, town, '2024-05-02', { name: '云溪县青原镇人民政府' });
  });

  test('answers 304 to who has it, for lists and sums too', async () => {
    for (const address of ['/agencies?limit=1', '/statistics?cells=三.一.总计', '/openapi.json', '/']) {
      const tag = (await fixture.rest.request(address)).headers.get('etag')!;
      const again = await fixture.rest.request(address, { headers: { 'if-none-match': tag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  test('adds figures up over forms and years, and says of how many bodies', async () => {
    const answer = (await (
      await fixture.rest.request('/statistics?cells=requests.received.total,三.（三）7.总计&by=year')
    ).json()) as {
      groups: unknown[];
    };
    expect(answer.groups).toMatchObject([
      { year: 2020, reports: 1, bodies: 1, sums: [{ sum: 1, filled: 1, blank: 0 }, {}] },
      { year: 2023, reports: 1, bodies: 1, sums: [{ sum: 3 }, {}] },
      { year: 2024, reports: 1, bodies: 1, sums: [{ sum: 4 }, {}] },
    ]);
    const fees = cellsOf(forms.at(-1)!).find(({ measure }) => measure === 'money')!;
    const money = await fixture.rest.request(`/statistics?cells=${fees.key}&year=2024`);
    expect(await money.json()).toMatchObject({ groups: [{ sums: [{ code: fees.code, sum: '4.5' }] }] });
    const all = await (await fixture.rest.request('/statistics?cells=requests.received.total')).json();
    expect(all).toMatchObject({ groups: [{ reports: 3, bodies: 1, sums: [{ sum: 8 }] }] });
  });
});
