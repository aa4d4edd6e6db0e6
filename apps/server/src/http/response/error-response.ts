import { errorCodes, type ErrorCode } from '@gongkai/api/schemas';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type { Answer } from './cached-response.ts';

/** The reason for refusing a request. */
export interface Refusal {
  readonly code: ErrorCode;
  /** Replaces the default message of the code. */
  readonly message?: string | undefined;
  /** Headers in addition to those of every error response. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The response to a request that is refused: JSON under `/api` and `/trpc`, a line of text elsewhere.
 * @param path without the query; as much of it as could be read
 */
export function errorResponse(path: string, { code, message = errorCodes[code].message, headers }: Refusal): Answer {
  const { status } = errorCodes[code];
  const common = { 'cache-control': 'no-store', ...headers };
  if (isUnder('/api', path))
    return {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8', ...common, ...crossOriginHeaders },
      body: Buffer.from(JSON.stringify({ code, message })),
    };
  if (isUnder('/trpc', path))
    return {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8', ...common },
      body: Buffer.from(JSON.stringify(forTrpc(code, message))),
    };
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...common },
    body: Buffer.from(`${message}\n`),
  };
}

/** The same as a web `Response`, for the Hono app. */
export function refuse(path: string, refusal: Refusal): Response {
  const { status, headers, body } = errorResponse(path, refusal);
  return new Response(body as Uint8Array<ArrayBuffer>, { status, headers });
}

/** Pages of other sites may read errors of the open API, which contain no personal data. */
export const crossOriginHeaders = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

export function isUnder(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The error in the shape of a tRPC response, so that its clients find our message. */
function forTrpc(code: ErrorCode, message: string) {
  const { status, trpc } = errorCodes[code];
  const error = { code, message };
  return {
    ...error,
    error: { message, code: TRPC_ERROR_CODES_BY_KEY[trpc], data: { code: trpc, httpStatus: status, error } },
  };
}
