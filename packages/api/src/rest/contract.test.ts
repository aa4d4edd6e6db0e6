import { changeAgency } from '@gongkai/db';
import { engines } from '@gongkai/db/testing';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { cellsOf, forms } from '@gongkai/schema';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCodes, type ErrorCode } from '../common/error-codes.ts';
import { createRest } from '../rest.ts';
import { openWorld, type World } from '../testing/world.ts';
import { exampleIds, exampleReport } from './examples.ts';
import { addressOf } from './reference.ts';
import { openApiDocument } from './document.ts';
import type { Example } from './route.ts';

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly requestBody?: { readonly content: Record<string, { readonly example: unknown }> };
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }>>;
  readonly 'x-examples': readonly Example[];
}
type Schema = { readonly [key: string]: unknown };

const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'path' | 'method'>>>>>;
};
const operations: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);
const calls = operations.flatMap((operation) =>
  operation['x-examples'].map((example) => ({
    name: `${operation.operationId}: ${example.summary}`,
    operation,
    example,
  })),
);

const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true, uri: true, email: true } });
ajv.addSchema({ $id: 'document', ...document });

/** Judges by a schema of the document; its references are found from the document's root. */
function faultsOf(schema: Schema, value: unknown): unknown {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/');
  const validate = ajv.compile(JSON.parse(text) as AnySchema);
  return validate(value) ? [] : validate.errors;
}

function schemaFor({ responses }: Operation, status: number, type: string): Schema {
  const schema = responses[status]?.content?.[type]?.schema;
  if (!schema) throw new Error(`the document knows of no ${type} with ${status}`);
  return schema;
}

test('every operation has examples and a name of its own', () => {
  for (const operation of operations) expect(operation['x-examples'].length).toBeGreaterThan(0);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
});

test('every reference in the document leads somewhere', () => {
  const text = JSON.stringify(document);
  for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = path!
      .split('/')
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
    expect(target, path).toBeDefined();
  }
  expect(document.openapi).toBe('3.1.0');
});

describe.each(engines)('on %s', (engine) => {
  let world: World;
  let rest: Hono;
  let token: string;
  beforeAll(async () => {
    world = await openWorld(engine);
    world.passTo('2026-02-01T02:00:00Z');
    rest = createRest(world.services);
    const { government, town } = exampleIds;
    const county = { name: '云溪县人民政府', kind: 'government', level: 'county', validFrom: '2010-01-01' } as const;
    await world.services.agency.create({ ...county, id: government });
    await world.services.agency.create({
      ...{ id: town, name: '云溪县青原镇人民政府', kind: 'town', level: 'township' },
      ...{ parentId: government, validFrom: '2010-01-01' },
    });
    for (const [year, count] of [
      [2020, 1],
      [2023, 3],
      [2024, 4],
    ] as const) {
      const key = { agencyId: town, year, kind: 'own' } as const;
      await world.publish(key, exampleReport(year, count));
    }
    const drafter = await world.signIn('填报人', { agencyId: town, role: 'drafter' });
    ({ token } = await world.services.token.create(drafter.user!, { agencyId: town, name: '办公系统', days: 30 }));
    const reviewer = await world.signIn('县审核人', { agencyId: government, role: 'reviewer' });
    await world.services.round.announce(reviewer.user!, { agencyId: government, year: 2024, lock: 'open' });
  });
  afterAll(() => world.close());

  test.each(calls)('answers as the document says: $name', async ({ operation, example }) => {
    const body = operation.requestBody?.content['application/json'];
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body.example) } : {};
    const response = await rest.request(addressOf(operation.path, example), init);
    const text = await response.text();
    expect(response.status, text).toBe(200);
    expect(response.headers.get('gongkai-api-version')).toBe('1');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const type = response.headers.get('content-type')!.split(';')[0]!;
    const schema = schemaFor(operation, 200, type);
    if (type === 'application/json') {
      expect(faultsOf(schema, JSON.parse(text))).toEqual([]);
      if (!body) expect(response.headers.get('etag')).toMatch(/^"[\w-]+"$/);
    }
    if (type === 'application/jsonl') {
      const lines = text.trimEnd().split('\n');
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(faultsOf(schema['x-item'] as Schema, JSON.parse(line))).toEqual([]);
    }
    if (type === 'text/csv') {
      const [head, ...rows] = text.trimEnd().split(/\r?\n/);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.split(',')).toHaveLength(head!.split(',').length);
    }
  });

  const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  const one = `/reports/${nobody}/2020/own`;
  test.each<[string, string, ErrorCode]>([
    ['listAgencies', '/agencies?sort=name', 'unknown_parameter'],
    ['listAgencies', '/agencies?limit=0', 'invalid_input'],
    ['listAgencies', '/agencies?limit=100000', 'invalid_input'],
    ['listAgencies', '/agencies?limit=1e3', 'invalid_input'],
    ['listAgencies', '/agencies?limit=5&limit=6', 'invalid_input'],
    ['listAgencies', '/agencies?after=%00', 'invalid_input'],
    ['listAgencies', '/agencies?kind=castle', 'invalid_input'],
    ['listAgencies', '/agencies?format=xml', 'invalid_input'],
    ['listAgencies', `/agencies?name=${'长'.repeat(101)}`, 'invalid_input'],
    ['listAgencies', '/agencies?dissolved=maybe', 'invalid_input'],
    ['getAgency', `/agencies/${nobody}`, 'not_found'],
    ['getAgency', '/agencies/%F0%9F%90%B1', 'invalid_input'],
    ['listReports', '/reports?year=1066', 'invalid_input'],
    ['listReports', '/reports?year=2024%27--', 'invalid_input'],
    ['listReports', '/reports?after=x/y/z', 'invalid_input'],
    ['listReports', '/reports?page=-1', 'unknown_parameter'],
    ['listReports', '/reports?form=../../x', 'invalid_input'],
    ['getReport', one, 'not_found'],
    ['getReport', `${one}?format=csv`, 'unknown_parameter'],
    ['getReportFindings', `${one}/findings`, 'not_found'],
    ['getReportHistory', `${one}/history`, 'not_found'],
    ['getReportDifferences', `${one}/differences`, 'not_found'],
    ['getRevision', `/revisions/${'0'.repeat(64)}`, 'not_found'],
    ['getRevision', '/revisions/abc', 'invalid_input'],
    ['getDifferences', '/differences', 'invalid_input'],
    ['listFigures', '/figures?cells=三.九.总计', 'unknown_cell'],
    ['listFigures', `/figures?cells=${'a,'.repeat(600)}`, 'invalid_input'],
    ['listFigures', '/figures?cells=nothing&format=jsonl', 'unknown_cell'],
    ['listWideFigures', '/figures/wide?form=form-1949', 'not_found'],
    ['getStatistics', '/statistics', 'invalid_input'],
    ['getStatistics', '/statistics?cells=constructor', 'unknown_cell'],
    ['getStatistics', '/statistics?cells=三.一.总计&by=colour', 'invalid_input'],
    ['getRound', `/rounds/${nobody}/2024`, 'not_found'],
    ['listRounds', '/rounds?year=2024', 'unknown_parameter'],
    ['listForms', '/forms?x', 'unknown_parameter'],
  ])('refuses as the document says: %s by %s with %s', async (id, address, code) => {
    const operation = operations.find(({ operationId }) => operationId === id)!;
    const response = await rest.request(address);
    const body = (await response.json()) as { code: string };
    expect(body).toMatchObject({ code, message: expect.stringMatching(/\p{Script=Han}/u) });
    expect(response.status).toBe(errorCodes[code].status);
    expect(faultsOf(schemaFor(operation, response.status, 'application/json'), body)).toEqual([]);
  });

  test('names the parameter that it does not know, and those that it does', async () => {
    const body = await (await rest.request('/reports?colour=red')).json();
    expect(body).toMatchObject({
      message: expect.stringMatching(/colour.*year/),
      details: { issues: [{ path: ['colour'] }] },
    });
  });

  test('gives a list part by part, each with where the next begins', async () => {
    const seen: string[] = [];
    let address: string | undefined = '/reports?limit=1';
    while (address) {
      const response: Response = await rest.request(address);
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
      (await (await rest.request(`/reports?${query}`)).text()).trimEnd().split('\n');
    expect(await linesOf('format=jsonl')).toHaveLength(3);
    expect(await linesOf('format=jsonl&limit=2')).toHaveLength(2);
    expect(await linesOf('format=csv')).toHaveLength(4);
  });

  test('starts CSV with a byte order mark where asked, and for downloads', async () => {
    const startOf = async (query: string) =>
      new Uint8Array(await (await rest.request(`/reports?format=csv${query}`)).arrayBuffer())[0];
    expect(await startOf('')).not.toBe(0xef);
    expect(await startOf('&bom=1')).toBe(0xef);
    expect(await startOf('&download=1')).toBe(0xef);
    expect(await startOf('&download=1&bom=0')).not.toBe(0xef);
  });

  test('guards text against formulas in CSV, and no value', async () => {
    const { town } = exampleIds;
    await changeAgency(world.database.db, town, '2024-05-01', { name: '=云溪县青原镇人民政府' });
    const lines = (await (await rest.request(`/figures?agencyId=${town}&year=2020&format=csv`)).text()).split('\n');
    expect(lines[1]).toContain(",'=云溪县青原镇人民政府,");
    expect(lines.some((line) => line.endsWith(',+1'))).toBe(true);
    await changeAgency(world.database.db, town, '2024-05-02', { name: '云溪县青原镇人民政府' });
  });

  test('answers 304 to who has it, for lists and sums too', async () => {
    for (const address of ['/agencies?limit=1', '/statistics?cells=三.一.总计', '/openapi.json', '/']) {
      const tag = (await rest.request(address)).headers.get('etag')!;
      const again = await rest.request(address, { headers: { 'if-none-match': tag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  test('adds figures up over forms and years, and says of how many bodies', async () => {
    const answer = (await (
      await rest.request('/statistics?cells=requests.received.total,三.（三）7.总计&by=year')
    ).json()) as {
      groups: unknown[];
    };
    expect(answer.groups).toMatchObject([
      { year: 2020, reports: 1, bodies: 1, sums: [{ sum: 1, filled: 1, blank: 0 }, {}] },
      { year: 2023, reports: 1, bodies: 1, sums: [{ sum: 3 }, {}] },
      { year: 2024, reports: 1, bodies: 1, sums: [{ sum: 4 }, {}] },
    ]);
    const fees = cellsOf(forms.at(-1)!).find(({ measure }) => measure === 'money')!;
    const money = await rest.request(`/statistics?cells=${fees.key}&year=2024`);
    expect(await money.json()).toMatchObject({ groups: [{ sums: [{ code: fees.code, sum: '4.5' }] }] });
    const all = await (await rest.request('/statistics?cells=requests.received.total')).json();
    expect(all).toMatchObject({ groups: [{ reports: 3, bodies: 1, sums: [{ sum: 8 }] }] });
  });

  test('lets any page read, and nobody write', async () => {
    const asked = await rest.request('/reports', {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toBe('GET,HEAD');
    expect((await rest.request('/reports', { method: 'POST' })).status).toBe(404);
  });
});

test('the reference is a page without script that loads nothing from elsewhere', async () => {
  const rest = createRest({} as never);
  const page = await rest.request('/');
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  expect(html).not.toMatch(/<script|style="|https?:\/\//);
  for (const { operationId } of operations) expect(html).toContain(`id="${operationId}"`);
  expect((await rest.request('/reference.css')).headers.get('content-type')).toContain('text/css');
});
