import type { IncomingMessage } from 'node:http';
import { ApiError } from '@gongkai/api';
import { maximumUpload } from '@gongkai/api/schemas';
import type { MiddlewareHandler } from 'hono';
import { isUnder, refuse } from '../response/error-response.ts';

const MEGABYTE = 2 ** 20;

/** Procedures that accept an upload; the other fields of their forms are small. */
const withUpload = new Set([
  '/trpc/import.read',
  '/trpc/draft.start',
  '/trpc/register.previewFile',
  '/trpc/register.applyFile',
]);

/** Maximum bytes of a request's body. @param path without the query */
export function maxBodyBytes(path: string): number {
  if (withUpload.has(path)) return maximumUpload + MEGABYTE;
  return isUnder('/trpc', path) || isUnder('/api', path) ? 2 * MEGABYTE : 0;
}

/** The bindings that the listener passes to the app with the request. */
interface Bindings {
  readonly incoming: IncomingMessage;
}

/**
 * Refuses a body above its limit: by its Content-Length before any of it is read, a chunked one when more bytes than
 * the limit were read. The handler reads the body as a stream, so that a caller without permission is refused before
 * sending all of it.
 */
export const limitBody: MiddlewareHandler<{ Bindings: Bindings }> = async (context, next) => {
  const { path, raw } = context.req;
  const limit = maxBodyBytes(path);
  const message = `内容超过 ${limit / MEGABYTE} MB`;
  const refuseBody = () => refuse(path, { code: 'too_large', message });
  if (!raw.headers.has('transfer-encoding'))
    return Number(raw.headers.get('content-length') ?? 0) > limit ? refuseBody() : next();

  let bytes = 0;
  // The request's own stream is not used: if it is left half read, the rest cannot be discarded.
  const chunks = context.env.incoming.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) return controller.close();
        bytes += value.length;
        if (bytes > limit) throw new ApiError('too_large', message);
        controller.enqueue(value);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  const { url, method, headers, signal } = raw;
  context.req.raw = new Request(url, { method, headers, signal, body, duplex: 'half' });
  await next();
  await chunks.return?.();
  // The handler may have answered the truncated body with an error of its own.
  if (bytes > limit) context.res = refuseBody();
  return undefined;
};
