import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApiError, clientAddressHeader, requestIdHeader } from '@gongkai/api';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Logger } from '../log/logger.ts';
import { isKeptAnswer } from '../page-cache/api-answer.ts';
import type { PageCache } from '../page-cache/page-cache.ts';
import type { Settings } from '../settings.ts';
import { overwriteHeaders, readForwarded } from './forwarded.ts';
import { RateLimit } from './rate-limit.ts';
import type { Resource } from './resource.ts';
import { securityHeaders } from './security-headers.ts';
import type { StaticFiles } from './static-files.ts';

export interface ListenerParts {
  readonly app: Hono;
  /** Pages of the portal and answers of the open API by their whole address. */
  readonly pages: PageCache;
  /** Files of the portal. */
  readonly assets: StaticFiles;
  readonly settings: Pick<Settings, 'origin' | 'trustedProxy' | 'apiPerMinute'>;
  readonly logger: Logger;
  /** Told of every request that was answered. */
  readonly observe: (answered: Answered) => void;
}

/** A request that was answered: which room answered, and nothing of who asked or for what. */
export interface Answered {
  readonly method: string;
  readonly kind: 'page' | 'trpc' | 'api' | 'admin' | 'health';
  readonly status: number;
  readonly seconds: number;
}

const ofOpenApi = /^\/api\/v1(\/|\?|$)/;
const ofApp = /^\/(trpc|api|admin|healthz|readyz)(\/|\?|$)/;

/** Answers every request: the app's paths by Hono, files and pages of the portal from memory. */
export function createListener({ app, pages, assets, settings, logger, observe }: ListenerParts): RequestListener {
  const toApp = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const common = securityHeaders(settings.origin);
  const limit = settings.apiPerMinute > 0 ? new RateLimit(settings.apiPerMinute) : undefined;

  return (request, response) => {
    const { url = '/', method = 'GET' } = request;
    const start = performance.now();
    const path = url.split('?', 1)[0]!;
    const forwarded = readForwarded(request, settings);
    const id = forwarded?.requestId ?? '';
    const headers: Record<string, string> = { ...common, 'x-request-id': id };
    if (!forwarded || !url.startsWith('/')) return refuse(response, 400, '请求的地址不对。', headers);
    response.once('finish', () => {
      const ms = performance.now() - start;
      const status = response.statusCode;
      observe({ method: knownMethods.has(method) ? method : 'other', kind: kindOf(path), status, seconds: ms / 1_000 });
      if (logger.isLevelEnabled('info')) logger.info({ id, method, path, status, ms: Math.round(ms) }, '已答复');
    });

    const kept = isKeptAnswer(method, url);
    if (limit && ofOpenApi.test(url)) {
      const allowance = limit.take(forwarded.address);
      Object.assign(headers, allowance.headers);
      if (!allowance.allowed) return refuseAsTooMany(response, headers);
      if (!kept) for (const [name, value] of Object.entries(allowance.headers)) response.setHeader(name, value);
    }
    if (ofApp.test(url) && !kept) {
      overwriteHeaders(request, { [clientAddressHeader]: forwarded.address, [requestIdHeader]: id });
      response.setHeader('x-request-id', id);
      return void toApp(request, response);
    }
    if (method !== 'GET' && method !== 'HEAD')
      return refuse(response, 405, '这里只能查阅。', { ...headers, allow: 'GET, HEAD' });

    find(path, forwarded.origin + url)
      .then((found) => send(found, request, response, headers))
      .catch((err: unknown) => {
        logger.error({ id, path, err }, '页面生成失败');
        refuse(response, 500, '本站出了问题，没有能够生成这个页面。请稍后再试。', headers);
      });
  };

  async function find(path: string, address: string): Promise<Resource> {
    return assets.get(path.slice(1)) ?? pages.get(address);
  }
}

/** Labels of metrics are few, whatever is asked. */
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

function kindOf(path: string): Answered['kind'] {
  const [, first] = /^\/(trpc|api|admin)(?:\/|$)/.exec(path) ?? [];
  if (first) return first as Answered['kind'];
  return path === '/healthz' || path === '/readyz' ? 'health' : 'page';
}

type Headers = Readonly<Record<string, string>>;

/** All headers are given at once: Node takes longer over those that were set one by one before. */
async function send(
  resource: Resource,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  common: Headers,
) {
  const answer = await resource.answer({
    method,
    acceptEncoding: headers['accept-encoding'],
    ifNoneMatch: headers['if-none-match'],
  });
  response.writeHead(answer.status, { ...common, ...answer.headers }).end(answer.body);
}

function refuseAsTooMany(response: ServerResponse, common: Headers): void {
  const own = { 'content-type': 'application/json', 'cache-control': 'no-store', 'access-control-allow-origin': '*' };
  response.writeHead(429, { ...common, ...own }).end(JSON.stringify(new ApiError('rate_limited').body));
}

function refuse(response: ServerResponse, status: number, message: string, common: Headers): void {
  if (response.headersSent) return void response.destroy();
  const own = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, { ...common, ...own }).end(`${message}\n`);
}
