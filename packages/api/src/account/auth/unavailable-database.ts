import { AsyncLocalStorage } from 'node:async_hooks';
import { isUnavailable } from '@gongkai/db';
import { APIError } from 'better-auth/api';
import { errorCodes, type ErrorCode } from '../../common/error-codes.ts';
import { ApiError, retryAfterSeconds } from '../../common/errors.ts';
import type { Auth } from './auth.ts';

/** The database failures of each call of better-auth, because the library turns them into "not signed in" or 500. */
const calls = new AsyncLocalStorage<Call>();

interface Call {
  /** The error of the database, if it could not answer. */
  failure?: unknown;
}

/**
 * Handles a request with better-auth; responds with 503 if the database could not answer, regardless of the library's
 * response.
 */
export async function answerAuth(auth: Pick<Auth, 'handler'>, request: Request): Promise<Response> {
  const call: Call = {};
  const response = await calls.run(call, () => auth.handler(request));
  if (response.status < 400) return response;
  if (!call.failure) return withOwnStatus(response);
  const { body, status } = new ApiError('unavailable');
  return Response.json(body, { status, headers: { 'retry-after': String(retryAfterSeconds) } });
}

/**
 * Calls better-auth from within the program. If the database fails, the library throws an error without its cause, or
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

/** Sets the status of our error code, because a hook of better-auth that replaces an error replaces only its body. */
async function withOwnStatus(response: Response): Promise<Response> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const code = (body as { code?: string } | undefined)?.code ?? '';
  const status = Object.hasOwn(errorCodes, code) ? errorCodes[code as ErrorCode].status : response.status;
  return status === response.status ? response : new Response(response.body, { headers: response.headers, status });
}

/** Returns whether the database failed during the current call. */
export function databaseFailed(): boolean {
  return calls.getStore()?.failure !== undefined;
}

/**
 * Logs an error to which better-auth responds with 500, unless it is one of the library's own refusals. A database
 * failure is logged where the database is queried, without the query.
 */
export function logInternal(error: unknown): void {
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode >= 500 && !isUnavailable(error)) console.error(error);
}

/**
 * Wraps a hook of better-auth so that it throws `unavailable` if the database fails: the library would log the query.
 */
export function sayingUnavailable<Hook extends (...given: never[]) => Promise<unknown>>(hook: Hook): Hook {
  const saying = (...given: Parameters<Hook>) => hook(...given).catch(sayUnavailable);
  return Object.assign(saying, hook);
}

/** Wraps a database adapter of better-auth in the same way. */
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

/** @throws {APIError} if the database failed; otherwise it rethrows the error */
function sayUnavailable(error: unknown): never {
  if (!isUnavailable(error)) throw error;
  const call = calls.getStore();
  if (call) call.failure = error;
  const { body } = new ApiError('unavailable');
  throw Object.assign(new APIError('SERVICE_UNAVAILABLE', { ...body }), { cause: error });
}
