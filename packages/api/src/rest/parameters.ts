import * as z from 'zod/mini';
import { toJSONSchema } from 'zod/v4/core';
import { ApiError } from '../common/errors.ts';
import { readInput } from '../common/read-input.ts';
import type { Parameters, Route } from './route.ts';

/** Schema for routes without parameters. */
export const none = z.strictObject({});

/** Formats of a response, chosen by the extension of the path or by the parameter `format`. */
export type Format = 'json' | 'csv' | 'jsonl';

/**
 * Returns the query parameters of a route: its own, and those of its format.
 * @param fixed the format that the path names; otherwise the parameter `format` is accepted
 */
export function queryOf(route: Route, fixed?: Format): Parameters {
  const formats = formatsOf(route);
  if (formats.length === 1) return route.query;
  return z.extend(route.query, {
    ...(!fixed && { format: z.optional(z.enum(formats)) }),
    ...(route.type === 'list' && {
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(route.most))),
      after: z.optional(route.cursor),
    }),
    ...((!fixed || fixed === 'csv') && { bom: z.optional(z.boolean()) }),
    download: z.optional(z.boolean()),
  });
}

/** Returns the formats of a route, JSON first. */
export function formatsOf(route: Route): readonly Format[] {
  if (route.type === 'list') return ['json', 'csv', 'jsonl'];
  return route.type === 'item' && route.csv ? ['json', 'csv'] : ['json'];
}

/** Parameters of every list in addition to its filters. */
export type ListParameters = {
  readonly format?: Format;
  readonly limit?: number;
  readonly after?: string;
  readonly bom?: boolean;
  readonly download?: boolean;
};

export interface JsonProperty {
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** Returns the parameters of a schema as JSON Schema properties, and whether each is required. */
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
 * Creates a parser of the parameters in an address.
 * @returns a function that throws {ApiError} unknown_parameter, invalid_input
 */
export function readerOf(schema: Parameters): (given: Iterable<readonly [string, string]>) => Record<string, unknown> {
  const known = propertiesOf(schema);
  return (given) => {
    const values = Map.groupBy(given, ([name]) => name);
    const unknown = [...values.keys()].filter((name) => !known.has(name));
    if (unknown.length > 0) throw unknownParameters(unknown, [...known.keys()]);
    const read = [...values].map(([name, pairs]) => [
      name,
      valueOf(
        known.get(name)!.schema,
        pairs.map(([, text]) => text),
      ),
    ]);
    return readInput(schema, Object.fromEntries(read)) as Record<string, unknown>;
  };
}

/**
 * Converts a parameter to the type of its schema. A text that cannot be converted is unchanged, and the schema then
 * reports the error.
 */
export function valueOf({ type }: JsonProperty, texts: readonly string[]): unknown {
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
