import type { RequestListener } from 'node:http';
import { clientAddressHeader, requestIdHeader } from '@gongkai/api';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { isUnavailable } from '@gongkai/db';
import { logFailure } from '../../log/log-failure.ts';
import type { Logger } from '../../log/logger.ts';
import { isCacheable, isOpenApiPath } from '../../page-cache/render-api-response.ts';
import { isOwnOrigin, parsePageAddress } from '../../page-cache/page-address.ts';
import type { PageCache } from '../../page-cache/page-cache.ts';
import type { Settings } from '../../settings/settings.ts';
import { ResponseWriter } from '../response/response-writer.ts';
import { createRequestLogger, type CompletedRequest } from './request-logger.ts';
import { overwriteHeaders, readForwarded } from '../request/forwarded.ts';
import type { Refusal } from '../response/error-response.ts';
import { validateRequest } from '../request/validate-request.ts';
import { RequestLimits } from '../limits/request-limits.ts';
import type { Answer } from '../response/cached-response.ts';
import { securityHeaders } from '../response/security-headers.ts';
import { thenSync } from '../response/maybe-promise.ts';
import type { StaticFiles } from '../response/static-files.ts';
import { noDatabase, unavailableAnswer } from '../response/unavailable.ts';

export interface ListenerParts {
  readonly app: Hono;
  /** Pages of the portal and responses of the open API by their complete address. */
  readonly pages: PageCache;
  /** Files of the portal. */
  readonly assets: StaticFiles;
  readonly settings: Pick<Settings, 'origin' | 'trustedProxy' | 'apiPerMinute'>;
  /** The session that a cookie header belongs to, if this site signed it. */
  readonly sessionOf: (cookie: string) => string | undefined;
  readonly logger: Logger;
  /** Called after each response, for metrics. */
  readonly observe: ((answered: CompletedRequest) => void) | undefined;
}

/** The response to OPTIONS for a page. */
const readOnlyOptions: Answer = { status: 204, headers: { allow: 'GET, HEAD, OPTIONS' } };

const appPaths = /^\/(trpc|api|admin|healthz|readyz)(\/|$)/;

/**
 * Creates the listener for every request: Hono answers the app's paths; files and pages of the portal are served from
 * memory.
 */
export function createListener({
  app,
  pages,
  assets,
  settings,
  sessionOf,
  logger,
  observe,
}: ListenerParts): RequestListener {
  const toApp = getRequestListener(app.fetch, { overrideGlobalObjects: false, hostname: 'localhost' });
  const responseWriter = new ResponseWriter(securityHeaders(settings.origin));
  const limits = settings.apiPerMinute > 0 ? new RequestLimits(settings.apiPerMinute, sessionOf) : undefined;
  const logRequest = createRequestLogger(logger, observe);

  return (request, response) => {
    const { url = '/', method = 'GET', headers: of } = request;
    const queryAt = url.indexOf('?');
    const path = queryAt === -1 ? url : url.slice(0, queryAt);
    const forwarded = readForwarded(request, settings);
    const id = forwarded?.requestId ?? '';
    const own = ['x-request-id', id];
    const refuse = (refusal: Refusal) => responseWriter.refuse(response, path, refusal, own);
    logRequest?.(response, { id, method, path });
    const fault = validateRequest(request);
    if (fault) return refuse(fault);
    if (!forwarded || !url.startsWith('/'))
      return refuse({ code: 'malformed_request', message: '请求的网址或者 Host 请求头不对，请核对' });

    const ofOpenApi = isOpenApiPath(path);
    const file = ofOpenApi ? undefined : assets.get(path.slice(1));
    if (limits && !file) {
      const { allowed, headers } = limits.take(path, forwarded.address, of.cookie);
      if (ofOpenApi || !allowed) own.push(...headers);
      if (!allowed) return refuse({ code: 'rate_limited' });
    }
    const isFromPages = ofOpenApi ? isCacheable(method, path, url.slice(path.length + 1)) : !appPaths.test(path);
    if (!isFromPages) {
      overwriteHeaders(request, { [clientAddressHeader]: forwarded.address, [requestIdHeader]: id });
      for (let at = 0; at < own.length; at += 2) response.setHeader(own[at]!, own[at + 1]!);
      return void toApp(request, response);
    }
    if (method === 'OPTIONS') return responseWriter.send(response, readOnlyOptions, own);
    if (method !== 'GET' && method !== 'HEAD')
      return refuse({ code: 'method_not_allowed', message: '这里只能查阅', headers: readOnlyOptions.headers });

    const fail = (err: unknown) => {
      logFailure(logger, err, '页面生成失败', { id, path });
      if (isUnavailable(err))
        return responseWriter.sendUnlessStarted(response, unavailableAnswer(path, noDatabase), own);
      refuse({ code: 'internal', message: '本站出了问题，没有能够生成这个页面。请稍后再试。' });
    };
    try {
      const isOwn = settings.origin !== undefined || isOwnOrigin(forwarded.origin, request.socket.localPort);
      const resource = file ?? pages.get(parsePageAddress(forwarded.origin, url, isOwn));
      const asked = { method, acceptEncoding: of['accept-encoding'], ifNoneMatch: of['if-none-match'] };
      const answer = thenSync(resource, (found) => found.answer(asked));
      const sent = thenSync(answer, (found) => responseWriter.send(response, found, own));
      if (sent instanceof Promise) sent.catch(fail);
    } catch (err) {
      fail(err);
    }
  };
}
