import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { clientAddressHeader } from '@gongkai/api';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Logger } from '../log/logger.ts';
import type { PageCache } from '../page-cache/page-cache.ts';
import type { Settings } from '../settings.ts';
import { overwriteHeaders, readForwarded } from './forwarded.ts';
import type { Resource } from './resource.ts';
import { securityHeaders } from './security-headers.ts';
import type { StaticFiles } from './static-files.ts';

export interface ListenerParts {
  readonly app: Hono;
  /** Pages of the portal by their whole address. */
  readonly pages: PageCache;
  /** Files of the portal. */
  readonly assets: StaticFiles;
  readonly settings: Pick<Settings, 'origin' | 'trustedProxy'>;
  readonly logger: Logger;
}

const ofApp = /^\/(trpc|api|admin|healthz|readyz)(\/|\?|$)/;

/** Answers every request: the app's paths by Hono, files and pages of the portal from memory. */
export function createListener({ app, pages, assets, settings, logger }: ListenerParts): RequestListener {
  const toApp = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const headers = Object.entries(securityHeaders(settings.origin));

  return (request, response) => {
    const { url = '/', method } = request;
    const start = performance.now();
    const path = url.split('?', 1)[0]!;
    const forwarded = readForwarded(request, settings);
    if (!forwarded || !url.startsWith('/')) return refuse(response, 400, '请求的地址不对。');

    const id = forwarded.requestId;
    response.setHeader('x-request-id', id);
    if (logger.isLevelEnabled('info'))
      response.once('finish', () => {
        const ms = Math.round(performance.now() - start);
        logger.info({ id, method, path, status: response.statusCode, ms }, '已答复');
      });

    if (ofApp.test(url)) {
      overwriteHeaders(request, { [clientAddressHeader]: forwarded.address });
      return void toApp(request, response);
    }

    for (const [name, value] of headers) response.setHeader(name, value);
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, 405, '这里只能查阅。');
    }
    const asset = assets.get(path.slice(1));
    const resource = asset ? Promise.resolve(asset) : pages.get(forwarded.origin + url);
    resource
      .then((found) => send(found, request, response))
      .catch((err: unknown) => {
        logger.error({ id, path, err }, '页面生成失败');
        refuse(response, 500, '本站出了问题，没有能够生成这个页面。请稍后再试。');
      });
  };
}

async function send(resource: Resource, { method, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await resource.answer({
    method,
    acceptEncoding: headers['accept-encoding'],
    ifNoneMatch: headers['if-none-match'],
  });
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${message}\n`);
}
