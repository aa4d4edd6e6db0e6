import type { ErrorBody } from '@gongkai/api/schemas';
import { TRPCClientError } from '@trpc/client';
import { failureForStatus, HttpError, type HttpFailure } from './http-failure.ts';

/** A single error in the input; `path` names the field, outermost step first. */
export interface FailureIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The reason why a call failed: the API's error body or an HTTP failure, with its single errors as a list to show. */
export type Failure = (ErrorBody | HttpFailure) & { readonly issues?: readonly FailureIssue[] };

/** Converts an error thrown by a call. Rethrows errors that do not come from a call. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) throw error;
  if (error.cause instanceof HttpError) return error.cause.failure;
  const body: unknown = error.data?.error;
  if (!isErrorBody(body)) return failureForStatus(Number(error.data?.httpStatus ?? 500), new Headers());
  // Replace the server's short message for internal errors by one that says what happened to the user's input.
  if (body.code === 'internal') return failureForStatus(500, new Headers());
  const issues = listIssues(body);
  return issues.length > 0 ? { ...body, issues } : body;
}

/** True if the same call may succeed later without a change: no response, or the server is unavailable. */
export function isTransient({ code }: Failure): boolean {
  return code === 'unreachable' || code === 'unavailable' || code === 'busy';
}

type FailureListener = (failure: Failure) => void;
const listeners = new Set<FailureListener>();

/** Registers a listener for every reported failure. @returns a function that removes it */
export function onFailure(listener: FailureListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notifies the listeners of a failed call; the session ends on `not_signed_in`. */
export function reportFailure(failure: Failure): void {
  for (const listener of listeners) listener(failure);
}

function listIssues(body: ErrorBody): readonly FailureIssue[] {
  if (body.code === 'invalid_input') return body.details?.issues ?? [];
  if (body.code === 'invalid_report') return body.details?.errors ?? [];
  if (body.code === 'blocked_by_findings' || body.code === 'unexplained_findings')
    return (body.details?.findings ?? []).map(({ message }) => ({ path: [], message: message.zh }));
  return [];
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}
