import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { PortalRequest } from '@gongkai/portal/platform';
import { CachedResponse } from '../http/response/cached-response.ts';

/** The portal as adapter-node builds it. */
export type PortalHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const RENDER_TIMEOUT_MS = 30_000;

/**
 * Renders the portal's page at an address with a new request, so that no data of one reader (cookies, language,
 * address) can enter the cache.
 */
export function renderPage(handler: PortalHandler, address: URL, given: PortalRequest): Promise<CachedResponse> {
  const request = Object.assign(new IncomingMessage(new Socket()), {
    method: 'GET',
    url: address.pathname + address.search,
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
    headers: { host: address.host, 'x-forwarded-proto': address.protocol.slice(0, -1), accept: 'text/html,*/*;q=0.8' },
    ...given,
  });
  request.push(null);
  return new Promise((resolve, reject) => {
    // A render that never ends must not block the readers who wait for it.
    const late = setTimeout(() => reject(new Error(`${address.pathname} was not rendered in time`)), RENDER_TIMEOUT_MS);
    const response = new BufferedResponse(request, (page) => {
      clearTimeout(late);
      resolve(page);
    });
    handler(request, response, () => response.writeHead(404).end());
  });
}

/** A response without a socket, which collects the written data. */
class BufferedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  readonly #done: (resource: CachedResponse) => void;

  constructor(request: IncomingMessage, done: (resource: CachedResponse) => void) {
    super(request);
    this.#done = done;
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((value) => typeof value === 'object') as Record<string, string> | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) this.setHeader(name, value);
    return this;
  }

  override write(chunk: string | Uint8Array): boolean {
    this.#chunks.push(Buffer.from(chunk as Uint8Array));
    return true;
  }

  override end(chunk?: unknown): this {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk);
    this.emit('finish');
    this.#done(new CachedResponse(this.statusCode, plainHeaders(this.getHeaders()), Buffer.concat(this.#chunks)));
    return this;
  }
}

/** Headers of the connection, not of the page; the response writer sets them. */
const ofConnection = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

function plainHeaders(headers: ReturnType<ServerResponse['getHeaders']>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || ofConnection.has(name)
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : String(value)]],
    ),
  );
}
