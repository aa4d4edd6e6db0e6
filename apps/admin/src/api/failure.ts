import type { ErrorBody } from '@gongkai/api/schemas';
import { TRPCClientError } from '@trpc/client';
import { failureOfStatus, HttpError, type HttpFailure } from './http-failure.ts';

/** Why a call did not do what was asked: the API's own word, or what HTTP says. */
export type Failure = ErrorBody | HttpFailure;

/** The API's error body in what a call threw, or what became of the call on its way. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) throw error;
  if (error.cause instanceof HttpError) return error.cause.failure;
  const body: unknown = error.data?.error;
  if (!isErrorBody(body)) return failureOfStatus(Number(error.data?.httpStatus ?? 500), new Headers());
  // The server's own words for a fault of its own are short: here it is also told what became of the work.
  return body.code === 'internal' ? failureOfStatus(500, new Headers()) : body;
}

/** True where the same call may go well by itself later: no answer came, or the server cannot answer now. */
export function isPassing({ code }: Failure): boolean {
  return code === 'unreachable' || code === 'unavailable' || code === 'busy';
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}
