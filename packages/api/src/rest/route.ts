import type * as z from 'zod/mini';
import type { ErrorCode } from '../common/error-codes.ts';
import type { Omission } from '../open-data/queries/omissions.ts';
import type { CanonicalReport } from '../report/queries.ts';
import type { Services } from '../services.ts';
import type { ExampleData } from './openapi/example-data.ts';

/** Parameters by name: whole numbers, words, lists of words, yes or no. Others are refused by name. */
export type Parameters = z.ZodMiniObject;

/** In the reference, and the heading there. */
export const tags = {
  agencies: { zh: '机关', en: 'Agencies' },
  reports: { zh: '年度报告', en: 'Reports' },
  figures: { zh: '数据', en: 'Figures' },
  rounds: { zh: '年度收集', en: 'Rounds' },
  submissions: { zh: '提交', en: 'Submissions' },
  forms: { zh: '统一格式', en: 'Official forms' },
} as const;

/** A call that the document shows and the tests make. */
export interface Example {
  readonly summary: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Of which of the route's formats it is; JSON where nothing is said. */
  readonly format?: 'csv' | 'jsonl';
}

export interface Call<P extends Parameters = Parameters, Q extends Parameters = Parameters> {
  readonly services: Services;
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
}

interface Described<P extends Parameters, Q extends Parameters> {
  /** Name of the operation. */
  readonly id: string;
  /** As OpenAPI writes it: `/agencies/{id}`. */
  readonly path: string;
  readonly tag: keyof typeof tags;
  /** What it gives; Chinese first, then English. */
  readonly summary: { readonly zh: string; readonly en: string };
  /** What a caller should know of it. */
  readonly description?: string;
  readonly params: P;
  readonly query: Q;
  /** Codes that it may fail with, beside those of every route. */
  readonly errors: readonly ErrorCode[];
  /** Calls that succeed on the installation that the data is from; none where it has nothing to show. */
  readonly examples: (data: ExampleData) => readonly Example[];
}

/** Gives one thing. */
export interface ItemRoute<
  P extends Parameters = Parameters,
  Q extends Parameters = Parameters,
  A extends z.ZodMiniType = z.ZodMiniType,
> extends Described<P, Q> {
  readonly type: 'item';
  readonly schema: A;
  readonly read: (call: Call<P, Q>) => Promise<z.output<A>>;
  /** The same as a table, its head first. */
  readonly csv?: (answer: z.output<A>) => string[][];
  /** It changes with the day, not only with what is published: no cache keeps it. */
  readonly live?: boolean;
}

/** Gives the stored bytes of a report, whose SHA-256 is its digest. */
export interface StoredRoute<P extends Parameters = Parameters, Q extends Parameters = Parameters> extends Described<
  P,
  Q
> {
  readonly type: 'stored';
  readonly schema: z.ZodMiniType;
  readonly read: (call: Call<P, Q>) => Promise<CanonicalReport>;
}

/** Where a list goes on, and how much of it is wanted. */
export interface Slice {
  readonly after: string | undefined;
  readonly limit: number;
}

/** Gives a list in parts, or as a whole, line by line. */
export interface ListRoute<
  P extends Parameters = Parameters,
  Q extends Parameters = Parameters,
  I extends z.ZodMiniType = z.ZodMiniType,
> extends Described<P, Q> {
  readonly type: 'list';
  readonly item: I;
  /** The words by which `after` names an entry. */
  readonly cursor: z.ZodMiniType<string>;
  /** The most entries in one part, and how many where nothing is said. */
  readonly most: number;
  readonly usual: number;
  readonly read: (
    call: Call<P, Q>,
    slice: Slice,
  ) => Promise<{ readonly items: z.output<I>[]; readonly next: string | null }>;
  readonly total: (call: Call<P, Q>) => Promise<number>;
  /** What the list is asked for and does not hold. */
  readonly omissions?: (call: Call<P, Q>) => Promise<readonly Omission[]>;
  readonly csv: {
    readonly head: (call: Call<P, Q>) => string[];
    readonly line: (item: z.output<I>, call: Call<P, Q>) => string[];
  };
}

/** What a call with a body brings along. */
export interface Sent {
  readonly headers: Headers;
  /** Read when it is wanted: who may not send one need not be listened to. */
  readonly body: () => Promise<unknown>;
}

/** Does something: with a token, and never twice for one key of the sender's. */
export interface CommandRoute<
  P extends Parameters = Parameters,
  Q extends Parameters = Parameters,
  A extends z.ZodMiniType = z.ZodMiniType,
> extends Described<P, Q> {
  readonly type: 'command';
  /** Of the body. */
  readonly body: z.ZodMiniType;
  readonly schema: A;
  /** A body to show and to test with. */
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

/** By which method a route is called. */
export function methodOf({ type }: Pick<Route, 'type'>): 'GET' | 'POST' {
  return type === 'command' ? 'POST' : 'GET';
}
