import * as z from 'zod/mini';
import { errorCodes, type ErrorCode } from '../../common/error-codes.ts';
import { idempotencyKey } from '../../submission/schemas.ts';
import { omission } from '../../open-data/schemas.ts';
import { refTo, type Json } from './components.ts';
import type { Endpoint } from '../endpoints.ts';
import type { ExampleData } from './example-data.ts';
import { meanings } from '../parameter-descriptions.ts';
import { propertiesOf, queryOf, valueOf } from '../parameters.ts';
import type { CommandRoute, Example, Route } from '../route.ts';

/** Error codes of every route. */
const commonErrors: readonly ErrorCode[] = [
  'unknown_parameter',
  'invalid_input',
  'rate_limited',
  'unavailable',
  'internal',
];

const formatNames = { json: '', csv: '，CSV', jsonl: '，每行一个 JSON' } as const;

/** Builds the OpenAPI operation object for a route in one format. */
export function operationOf(endpoint: Endpoint, data: ExampleData): Json {
  const { route, format, id } = endpoint;
  const { tag, summary } = route;
  const examples = examplesOf(endpoint, data);
  return {
    operationId: id,
    tags: [tag],
    summary: `${summary.zh}${formatNames[format]} ${summary.en}`,
    ...descriptionOf(endpoint),
    parameters: [
      ...parametersOf(endpoint, 'path', examples),
      ...parametersOf(endpoint, 'query', examples),
      ...headersOf(route),
    ],
    ...(route.type === 'command' && bodyOf(route, data)),
    security: route.type === 'command' ? [{ token: [] }] : [],
    responses: {
      200: answerOf(endpoint),
      ...(isTagged(endpoint) && { 304: { description: '与 If-None-Match 所示相同' } }),
      ...errorsOf(route),
    },
    'x-examples': examples,
  };
}

/**
 * Returns the examples of the format, or those of JSON if it has none, because a list has the same parameters in every
 * format.
 */
function examplesOf({ route, format }: Endpoint, data: ExampleData): readonly Example[] {
  const all = route.examples(data);
  const own = all.filter((example) => (example.format ?? 'json') === format);
  return own.length > 0 ? own : all.slice(0, 1);
}

function descriptionOf({ route, format }: Endpoint): Json {
  const { description = '' } = route;
  if (route.type !== 'list' || format === 'json') return description === '' ? {} : { description };
  return { description: `${description}从头至尾逐行发送；没有发送完毕即中断的，内容不全。` };
}

function headersOf({ type }: Route): Json[] {
  if (type !== 'command') return [];
  const schema = propertiesOf(z.strictObject({ key: idempotencyKey })).get('key')!.schema;
  const description = '同一次提交重发时保持不变：重发不会再做一次。试运行不需要';
  return [{ name: 'Idempotency-Key', in: 'header', required: false, description, schema }];
}

function bodyOf({ body, bodyExample }: CommandRoute, data: ExampleData): Json {
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: refTo(body), example: bodyExample(data) } },
    },
  };
}

function parametersOf({ route, format }: Endpoint, place: 'path' | 'query', calls: readonly Example[]): Json[] {
  const properties = propertiesOf(place === 'path' ? route.params : queryOf(route, format));
  return [...properties].map(([name, { schema, required }]) => {
    const examples = calls.flatMap(({ summary, params, query }, at) => {
      const text = (place === 'path' ? params : query)?.[name];
      return text === undefined ? [] : [[`example${at + 1}`, { summary, value: valueOf(schema, [text]) }] as const];
    });
    return {
      name,
      in: place,
      required: required || place === 'path',
      description: meanings[name] ?? name,
      schema,
      ...(schema.type === 'array' && { style: 'form', explode: false }),
      ...(examples.length > 0 && { examples: Object.fromEntries(examples) }),
    };
  });
}

/**
 * Returns whether responses have an ETag. Streamed ones have none, because computing it would keep them in memory;
 * responses to mutations need none.
 */
function isTagged({ route, format }: Endpoint): boolean {
  return route.type !== 'command' && (route.type !== 'list' || format === 'json');
}

function answerOf(endpoint: Endpoint): Json {
  const { route, format } = endpoint;
  const names = [
    ...(isTagged(endpoint) ? ['ETag'] : []),
    ...['Gongkai-Api-Version', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
    ...(route.type === 'list' && format === 'json' ? ['Link', 'X-Total-Count'] : []),
    ...(route.type === 'list' && route.omissions ? ['Gongkai-Omitted'] : []),
  ];
  return {
    description: route.summary.zh,
    headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    content: contentOf(endpoint),
  };
}

function contentOf({ route, format }: Endpoint): Json {
  if (format === 'csv') return { 'text/csv': { schema: { type: 'string' } } };
  if (route.type !== 'list') return { 'application/json': { schema: refTo(route.schema) } };
  const entry = refTo(route.item);
  if (format === 'jsonl')
    return { 'application/jsonl': { schema: { type: 'string', description: '每行一个', 'x-item': entry } } };
  return {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          items: { type: 'array', items: entry },
          total: { type: 'integer', minimum: 0 },
          next: { type: ['string', 'null'] },
          ...(route.omissions && { omitted: { type: 'array', items: refTo(omission) } }),
        },
        required: ['items', 'total', 'next', ...(route.omissions ? ['omitted'] : [])],
        additionalProperties: false,
      },
    },
  };
}

function errorsOf({ errors }: Route): Json {
  const codes = [...new Set([...errors, ...commonErrors])];
  const byStatus = Map.groupBy(codes, (code) => errorCodes[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      status,
      {
        description: of.map((code) => `${code}：${errorCodes[code].message}`).join('；'),
        content: {
          'application/json': {
            schema: { allOf: [{ $ref: '#/components/schemas/Error' }, { properties: { code: { enum: of } } }] },
          },
        },
      },
    ]),
  );
}
