import * as z from 'zod/mini';
import { toJSONSchema } from 'zod/v4/core';
import { ApiError } from '../common/errors.ts';
import { readInput } from '../common/read-input.ts';
import type { ListRoute, Parameters, Route } from './route.ts';

/** For routes without any. */
export const none = z.strictObject({});

const asTable = {
  bom: z.optional(z.boolean()),
  download: z.optional(z.boolean()),
};

/** All parameters in a route's address after the question mark: its own, and those of its form. */
export function queryOf(route: Route): Parameters {
  if (route.type === 'list') return listParameters(route);
  if (route.type === 'item' && route.csv)
    return z.extend(route.query, { format: z.optional(z.enum(['json', 'csv'])), ...asTable });
  return route.query;
}

/** What every list takes beside its own filters. */
export type ListParameters = {
  readonly format?: 'json' | 'csv' | 'jsonl';
  readonly limit?: number;
  readonly after?: string;
  readonly bom?: boolean;
  readonly download?: boolean;
};

function listParameters({ query, cursor, most }: ListRoute): Parameters {
  return z.extend(query, {
    format: z.optional(z.enum(['json', 'csv', 'jsonl'])),
    limit: z.optional(z.int().check(z.minimum(1), z.maximum(most))),
    after: z.optional(cursor),
    ...asTable,
  });
}

export interface JsonProperty {
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** The parameters of a schema as JSON Schema says them, and which must be there. */
export function propertiesOf(schema: Parameters): Map<string, { schema: JsonProperty; required: boolean }> {
  const { properties = {}, required = [] } = toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, JsonProperty>;
    required?: string[];
  };
  return new Map(
    Object.entries(properties).map(([name, schema]) => [name, { schema, required: required.includes(name) }]),
  );
}

/**
 * Makes a reader of parameters as an address writes them.
 * @returns a function that throws {ApiError} unknown_parameter, invalid_input
 */
export function readerOf(schema: Parameters): (given: Iterable<readonly [string, string]>) => Record<string, unknown> {
  const known = propertiesOf(schema);
  return (given) => {
    const values = Map.groupBy(given, ([name]) => name);
    const unknown = [...values.keys()].filter((name) => !known.has(name));
    if (unknown.length > 0) throw unknownParameters(unknown, [...known.keys()]);
    const read = [...values].map(([name, texts]) => [name, valueOf(known.get(name)!.schema, texts)]);
    return readInput(schema, Object.fromEntries(read)) as Record<string, unknown>;
  };
}

/** What cannot be read so is left as it stands: the schema then says what is wrong with it. */
function valueOf({ type }: JsonProperty, pairs: readonly (readonly [string, string])[]): unknown {
  const texts = pairs.map(([, text]) => text);
  if (type === 'array') return texts.flatMap((text) => text.split(','));
  const [text = '', ...more] = texts;
  if (more.length > 0) return texts;
  if (type === 'integer') return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return { true: true, '1': true, false: false, '0': false }[text] ?? text;
  return text;
}

function unknownParameters(unknown: readonly string[], known: readonly string[]): ApiError {
  const names = unknown.slice(0, 10).map((name) => name.slice(0, 50));
  const may = known.length > 0 ? `可用的参数有：${known.join('、')}` : '这个地址不带参数';
  return new ApiError('unknown_parameter', `没有名为 ${names.join('、')} 的参数。${may}`, {
    issues: names.map((name) => ({ path: [name], message: '没有这个参数' })),
  });
}
