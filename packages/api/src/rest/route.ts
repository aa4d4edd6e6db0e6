import type * as z from 'zod/mini';
import type { ErrorCode } from '../common/error-codes.ts';
import type { Omission } from '../open-data/queries/omissions.ts';
import type { CanonicalReport } from '../report/queries.ts';
import type { Services } from '../services.ts';
import type { ExampleData } from './openapi/example-data.ts';

/** Parameters by name: integers, texts, lists of texts, booleans. Unknown parameters are refused by name. */
export type Parameters = z.ZodMiniObject;

/** Tags of the reference with their headings. */
export const tags = {
  agencies: { zh: '机关', en: 'Agencies' },
  reports: { zh: '年度报告', en: 'Reports' },
  figures: { zh: '数据', en: 'Figures' },
  rounds: { zh: '年度收集', en: 'Rounds' },
  submissions: { zh: '提交', en: 'Submissions' },
  forms: { zh: '统一格式', en: 'Official forms' },
} as const;

/** An example call, shown in the document and executed by tests. */
export interface Example {
  readonly summary: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Format of the example; JSON by default. */
  readonly format?: 'csv' | 'jsonl';
}

export interface Call<P extends Parameters = Parameters, Q extends Parameters = Parameters> {
  readonly services: Services;
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
}

interface Described<P extends Parameters, Q extends Parameters> {
  /** Id of the operation. */
  readonly id: string;
  /** Path in OpenAPI notation: `/agencies/{id}`. */
  readonly path: string;
  readonly tag: keyof typeof tags;
  /** Summary of the response; Chinese first, then English. */
  readonly summary: { readonly zh: string; readonly en: string };
  /** Notes for callers. */
  readonly description?: string;
  readonly params: P;
  readonly query: Q;
  /** Error codes in addition to those of every route. */
  readonly errors: readonly ErrorCode[];
  /** Calls that succeed on the installation of the data; empty if it has no suitable data. */
  readonly examples: (data: ExampleData) => readonly Example[];
}

/** A route that returns one item. */
export interface ItemRoute<
  P extends Parameters = Parameters,
  Q extends Parameters = Parameters,
  A extends z.ZodMiniType = z.ZodMiniType,
> extends Described<P, Q> {
  readonly type: 'item';
  readonly schema: A;
  readonly read: (call: Call<P, Q>) => Promise<z.output<A>>;
  /** The response as a table, header first. */
  readonly csv?: (answer: z.output<A>) => string[][];
  /** The response changes daily, not only with publications, so it is never cached. */
  readonly live?: boolean;
}

/** A route that returns the stored bytes of a report, whose SHA-256 is its digest. */
export interface StoredRoute<P extends Parameters = Parameters, Q extends Parameters = Parameters> extends Described<
  P,
  Q
> {
  readonly type: 'stored';
  readonly schema: z.ZodMiniType;
  readonly read: (call: Call<P, Q>) => Promise<CanonicalReport>;
}

/** The cursor after which a part of a list starts, and its maximum length. */
export interface Slice {
  readonly after: string | undefined;
  readonly limit: number;
}

/** A route that returns a list in parts, or as a whole, line by line. */
export interface ListRoute<
  P extends Parameters = Parameters,
  Q extends Parameters = Parameters,
  I extends z.ZodMiniType = z.ZodMiniType,
> extends Described<P, Q> {
  readonly type: 'list';
  readonly item: I;
  /** Schema of the cursor in `after`. */
  readonly cursor: z.ZodMiniType<string>;
  /** Maximum number of entries in one part, and the default. */
  readonly most: number;
  readonly usual: number;
  readonly read: (
    call: Call<P, Q>,
    slice: Slice,
  ) => Promise<{ readonly items: z.output<I>[]; readonly next: string | null }>;
  readonly total: (call: Call<P, Q>) => Promise<number>;
  /** Returns what was requested but is not in the list. */
  readonly omissions?: (call: Call<P, Q>) => Promise<readonly Omission[]>;
  readonly csv: {
    readonly head: (call: Call<P, Q>) => string[];
    readonly line: (item: z.output<I>, call: Call<P, Q>) => string[];
  };
}

/** The parts of a request with a body. */
export interface Sent {
  readonly headers: Headers;
  /** Reads the body on demand, so that the body of an unauthorised request is never read. */
  readonly body: () => Promise<unknown>;
}

/** A route that executes a command, with a token, at most once per idempotency key. */
export interface CommandRoute<
  P extends Parameters = Parameters,
  Q extends Parameters = Parameters,
  A extends z.ZodMiniType = z.ZodMiniType,
> extends Described<P, Q> {
  readonly type: 'command';
  /** Schema of the body. */
  readonly body: z.ZodMiniType;
  readonly schema: A;
  /** An example of the body, for the document and for tests. */
  readonly bodyExample: (data: ExampleData) => unknown;
  readonly run: (call: Call<P, Q>, sent: Sent) => Promise<z.output<A>>;
}

export type Route = ItemRoute | StoredRoute | ListRoute | CommandRoute;

/** Typed constructor. The returned `Route` erases the type parameters, so that routes fit in one array. */
export function item<P extends Parameters, Q extends Parameters, A extends z.ZodMiniType>(
  route: Omit<ItemRoute<P, Q, A>, 'type'>,
): Route {
  return { ...route, type: 'item' } as unknown as Route;
}

export function stored<P extends Parameters, Q extends Parameters>(route: Omit<StoredRoute<P, Q>, 'type'>): Route {
  return { ...route, type: 'stored' } as unknown as Route;
}

export function list<P extends Parameters, Q extends Parameters, I extends z.ZodMiniType>(
  route: Omit<ListRoute<P, Q, I>, 'type'>,
): Route {
  return { ...route, type: 'list' } as unknown as Route;
}

export function command<P extends Parameters, Q extends Parameters, A extends z.ZodMiniType>(
  route: Omit<CommandRoute<P, Q, A>, 'type'>,
): Route {
  return { ...route, type: 'command' } as unknown as Route;
}

/** Returns the HTTP method of a route. */
export function methodOf({ type }: Pick<Route, 'type'>): 'GET' | 'POST' {
  return type === 'command' ? 'POST' : 'GET';
}
