import type { ErrorBody } from '@gongkai/api/schemas';
import { TRPCClientError } from '@trpc/client';

/** Why a call did not do what was asked: the API's own word, or that no answer came. */
export type Failure = ErrorBody | { readonly code: 'unreachable'; readonly message: string };

const unreachable: Failure = {
  code: 'unreachable',
  message: '没有连上服务器。请检查网络，稍后再试；已填写的内容仍保留在本页。',
};

/** The API's error body in what a call threw. Anything else counts as no answer. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) throw error;
  const body: unknown = error.data?.error;
  return isErrorBody(body) ? body : unreachable;
}

/** True where trying again may help: the server could not be reached, or failed by itself. */
export function isPassing({ code }: Failure): boolean {
  return code === 'unreachable' || code === 'internal';
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}
