import { AsyncLocalStorage } from 'node:async_hooks';
import { isUnavailable } from '@gongkai/db';
import { APIError } from 'better-auth/api';
import { errorCodes, type ErrorCode } from '../../common/error-codes.ts';
import { ApiError, retryAfterSeconds } from '../../common/errors.ts';
import type { Auth } from './auth.ts';

/** What is known of the database during a call of better-auth, which turns its errors into "not signed in" or 500. */
const calls = new AsyncLocalStorage<Call>();

interface Call {
  /** With what the database failed, where it could not answer. */
  failure?: unknown;
}

/** Answers a call of better-auth; with 503 where the database could not answer it, whatever the library made of that. */
export async function answerAuth(auth: Pick<Auth, 'handler'>, request: Request): Promise<Response> {
  const call: Call = {};
  const response = await calls.run(call, () => auth.handler(request));
  if (response.status < 400) return response;
  if (!call.failure) return withOwnStatus(response);
  const { body, status } = new ApiError('unavailable');
  return Response.json(body, { status, headers: { 'retry-after': String(retryAfterSeconds) } });
}

/**
 * Calls better-auth from within the program. Where the database fails, the library throws an error without its cause, or
 * returns null as for an absent session.
 * @throws the error of the database
 */
export async function queryAuth<T>(query: () => Promise<T>): Promise<T> {
  const call: Call = {};
  const found = await calls.run(call, query).catch((error: unknown) => {
    throw call.failure ?? error;
  });
  if (found === null && call.failure) throw call.failure;
  return found;
}

/** A hook of better-auth that replaces a refusal replaces its body alone: the status is that of our error code. */
async function withOwnStatus(response: Response): Promise<Response> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const code = (body as { code?: string } | undefined)?.code ?? '';
  const status = Object.hasOwn(errorCodes, code) ? errorCodes[code as ErrorCode].status : response.status;
  return status === response.status ? response : new Response(response.body, { headers: response.headers, status });
}

/** Whether the database failed in the call under way. */
export function databaseFailed(): boolean {
  return calls.getStore()?.failure !== undefined;
}

/**
 * For the log what better-auth answers with 500, if it is none of its own refusals. A database that does not answer is
 * logged where it is queried, without the query.
 */
export function logInternal(error: unknown): void {
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode >= 500 && !isUnavailable(error)) console.error(error);
}

/** A hook of better-auth that fails in words where the database does not answer: the library would log the query. */
export function sayingUnavailable<Hook extends (...given: never[]) => Promise<unknown>>(hook: Hook): Hook {
  const saying = (...given: Parameters<Hook>) => hook(...given).catch(sayUnavailable);
  return Object.assign(saying, hook);
}

/** A database adapter of better-auth that fails in the same way. */
export function adapterSayingUnavailable<Options, Adapter extends object>(
  adapterOf: (options: Options) => Adapter,
): (options: Options) => Adapter {
  return (options) =>
    new Proxy(adapterOf(options), {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          const result: unknown = value.apply(target, given);
          return result instanceof Promise ? result.catch(sayUnavailable) : result;
        };
      },
    });
}

/** @throws {APIError} for a database that does not answer, else what it was given */
function sayUnavailable(error: unknown): never {
  if (!isUnavailable(error)) throw error;
  const call = calls.getStore();
  if (call) call.failure = error;
  const { body } = new ApiError('unavailable');
  throw Object.assign(new APIError('SERVICE_UNAVAILABLE', { ...body }), { cause: error });
}
