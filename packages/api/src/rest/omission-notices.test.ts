import { engines } from '@gongkai/db/testing';
import { forms } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOpenApiScenario, type OpenApiScenario } from '../testing/open-api-scenario.ts';

const [older, newer] = [forms[0]!.id, forms[1]!.id];
/** A cell whose row and column have another meaning in the older form. */
const redefined = 'disclosure.administrativeFees.amount';
const newCell = 'disclosure.regulations.issued';

/** Parses CSV without quoting, because no field of these lists contains a comma. */
const parse = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

interface Page {
  readonly items: { readonly year: number; readonly form: string }[];
  readonly total: number;
  readonly omitted: {
    readonly form: string;
    readonly reports: number;
    readonly cells?: string[];
    readonly address: string;
    readonly message: { readonly zh: string; readonly en: string };
  }[];
}

describe.each(engines)('what lists of figures leave out, on %s', (engine) => {
  let fixture: OpenApiScenario;
  beforeAll(async () => {
    fixture = await openOpenApiScenario(engine);
  });
  afterAll(() => fixture.close());

  const ask = async (address: string) => {
    const response = await fixture.rest.request(address);
    expect(response.status, address).toBe(200);
    return { text: await response.text(), header: response.headers.get('gongkai-omitted') };
  };
  const page = async (address: string) => JSON.parse((await ask(address)).text) as Page;

  test('a wide table names the reports of the other form, and the address that gives them', async () => {
    const shown = await page('/figures/wide?fromYear=2019&toYear=2025');
    expect(shown.items.map(({ year }) => year)).toEqual([2023, 2024]);
    expect(shown.omitted).toMatchObject([
      { form: older, reports: 1, message: { zh: expect.stringMatching(/1 份.*见 /) } },
    ]);
    const rest = await page(shown.omitted[0]!.address);
    expect(rest).toMatchObject({ items: [{ year: 2020, form: older }], total: 1, omitted: [] });
    expect(shown.total + rest.total).toBe(3);
  });

  test('a wide table that holds all that was asked for names nothing', async () => {
    for (const query of ['year=2024', 'year=2020', `form=${newer}`, 'fromYear=2021']) {
      const { text, header } = await ask(`/figures/wide?${query}`);
      expect((JSON.parse(text) as Page).omitted).toEqual([]);
      expect(header).toBeNull();
      const first = (await ask(`/figures/wide.csv?${query}`)).text.split('\n')[0]!;
      expect(first).not.toContain('没有列入');
    }
  });

  test.each(['/figures/wide.csv?', '/figures/wide?format=csv&'])(
    '%s says so in its head, and all rows stay as wide',
    async (address) => {
      const { text, header } = await ask(`${address}fromYear=2019&cells=requests.received.total`);
      const rows = parse(text);
      expect(rows).toHaveLength(3);
      expect(rows[0]!.at(-1)).toMatch(new RegExp(`1 份.*${older}.*没有列入.*/figures/wide.*form=${older}`));
      expect(rows.slice(1).map((row) => row.at(-1))).toEqual(['', '']);
      expect(header).toMatch(new RegExp(`^"${older}";reports=1;address="/figures/wide[^"]*form=${older}[^"]*"$`));
    },
  );

  test('JSON Lines says so in its first line, and has no line more', async () => {
    const { text, header } = await ask('/figures/wide.jsonl?fromYear=2019&cells=requests.received.total');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Page);
    expect(lines).toHaveLength(2);
    expect(lines[0]!.omitted).toMatchObject([{ form: older, reports: 1 }]);
    expect(lines[1]).not.toHaveProperty('omitted');
    expect(header).toContain(older);
  });

  test('a table without any row still says so in its header', async () => {
    const { text, header } = await ask(`/figures/wide.jsonl?fromYear=2019&toYear=2022`);
    expect([text, header]).toEqual(['', expect.stringContaining(older)]);
  });

  test('figures that the older form does not have are named, with the address of those that it has', async () => {
    const shown = await page(`/figures?cells=${newCell},${redefined}`);
    expect(shown.items.map(({ year }) => year)).toEqual([2023, 2023, 2024, 2024]);
    const [omitted] = shown.omitted;
    expect(omitted).toMatchObject({ form: older, reports: 1, cells: [expect.any(String), expect.any(String)] });
    const rest = await page(omitted!.address);
    expect(rest.items.length).toBeGreaterThan(100);
    expect(rest).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ year: 2020 })]),
      omitted: [],
    });
    const { text } = await ask(`/figures.csv?cells=${newCell}`);
    expect(parse(text)[0]!.at(-1)).toContain('没有列入');
  });

  test('columns that the form of a wide table does not have are named', async () => {
    const { omitted } = await page(`/figures/wide?form=${older}&cells=requests.received.total,${newCell}`);
    expect(omitted).toMatchObject([{ form: older, reports: 1, cells: [expect.any(String)] }]);
  });

  test('sums tell reports without such a figure from those that left it blank', async () => {
    const { text } = await ask(`/statistics?cells=${redefined}&by=year`);
    expect(JSON.parse(text)).toMatchObject({
      groups: [
        { year: 2020, reports: 1, sums: [{ sum: null, filled: 0, blank: 0, absent: 1 }] },
        { year: 2023, reports: 1, sums: [{ sum: '3.5', filled: 1, blank: 0, absent: 0 }] },
        { year: 2024 },
      ],
    });
    const [head, first] = parse((await ask(`/statistics.csv?cells=${redefined}&by=year`)).text);
    expect(Object.fromEntries(head!.map((name, at) => [name, first![at]]))).toMatchObject({ blank: '0', absent: '1' });
  });
});
