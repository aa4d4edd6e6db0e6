import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCodes, type ErrorCode } from '../common/error-codes.ts';
import { document, faultsOf, operations, schemaFor, type Schema } from '../testing/open-api-client.ts';
import { openOpenApiScenario, type OpenApiScenario } from '../testing/open-api-scenario.ts';
import { exampleData } from '../testing/open-api-data.ts';
import { loadExampleData } from './openapi/example-data.ts';
import { addressOf } from './reference-page/reference-page.ts';

const calls = operations.flatMap((operation) =>
  operation['x-examples'].map((example) => ({
    name: `${operation.operationId}: ${example.summary}`,
    operation,
    example,
  })),
);

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
  let fixture: OpenApiScenario;

  beforeAll(async () => {
    fixture = await openOpenApiScenario(engine);
  });
  afterAll(() => fixture.close());

  test('takes its examples from what is published', async () => {
    expect(await loadExampleData(fixture.services)).toEqual(exampleData);
    const sent = (await (await fixture.rest.request('/openapi.json')).json()) as typeof document;
    expect(sent).toEqual(document);
  });

  test.each(calls)('answers as the document says: $name', async ({ operation, example }) => {
    const body = operation.requestBody?.content['application/json'];
    const headers = { authorization: `Bearer ${fixture.token}`, 'content-type': 'application/json' };
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body.example) } : {};
    const response = await fixture.rest.request(addressOf(operation.path, example), init);
    const text = await response.text();
    expect(response.status, text).toBe(200);
    expect(response.headers.get('gongkai-api-version')).toBe('1');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const type = response.headers.get('content-type')!.split(';')[0]!;
    const schema = schemaFor(operation, 200, type);
    const readers: Record<string, () => unknown[]> = {
      'application/json': () => [faultsOf(schema, JSON.parse(text))].flat(),
      'application/jsonl': () => lineFaults(text, schema['x-item'] as Schema),
      'text/csv': () => rowFaults(text),
    };
    expect(readers[type]?.() ?? []).toEqual([]);
    const tagged = type === 'application/json' && !body;
    expect(response.headers.get('etag') ?? '').toMatch(tagged ? /^"[\w-]+"$/ : /^/);
  });

  /** Returns the differences between JSON Lines and their schema. */
  function lineFaults(text: string, schema: Schema): unknown[] {
    const lines = text.trimEnd().split('\n');
    return lines.length > 1 ? lines.flatMap((line) => faultsOf(schema, JSON.parse(line))) : ['one line only'];
  }

  /** Returns the rows of CSV whose number of fields differs from the header. */
  function rowFaults(text: string): unknown[] {
    const [head = '', ...rows] = text.trimEnd().split(/\r?\n/);
    const width = head.split(',').length;
    return rows.length > 0 ? rows.filter((row) => row.split(',').length !== width) : ['no rows'];
  }

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
    const response = await fixture.rest.request(address);
    const body = (await response.json()) as { code: string };
    expect(body).toMatchObject({ code, message: expect.stringMatching(/\p{Script=Han}/u) });
    expect(response.status).toBe(errorCodes[code].status);
    expect(faultsOf(schemaFor(operation, response.status, 'application/json'), body)).toEqual([]);
  });
});
