import type { RequestListener } from 'node:http';
import { clientAddressHeader, requestIdHeader } from '@gongkai/api';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { isUnavailable } from '@gongkai/db';
import { logFailure } from '../log/log-failure.ts';
import type { Logger } from '../log/logger.ts';
import { isKeptAnswer, isOfOpenApi } from '../page-cache/api-answer.ts';
import { isOwnOrigin, pageAddressOf } from '../page-cache/page-address.ts';
import type { PageCache } from '../page-cache/page-cache.ts';
import type { Settings } from '../settings.ts';
import { Answerer } from './answerer.ts';
import { followerOf, type Answered } from './follower.ts';
import { overwriteHeaders, readForwarded } from './forwarded.ts';
import type { Refusal } from './refusal.ts';
import { faultOf } from './request-fault.ts';
import { RequestLimits } from './request-limits.ts';
import type { Answer } from './resource.ts';
import { securityHeaders } from './security-headers.ts';
import { soon } from './soon.ts';
import type { StaticFiles } from './static-files.ts';
import { noDatabase, unavailableAnswer } from './unavailable.ts';

export interface ListenerParts {
  readonly app: Hono;
  /** Pages of the portal and answers of the open API by their whole address. */
  readonly pages: PageCache;
  /** Files of the portal. */
  readonly assets: StaticFiles;
  readonly settings: Pick<Settings, 'origin' | 'trustedProxy' | 'apiPerMinute'>;
  /** Names the session that a cookie header belongs to, where it is one that this site signed. */
  readonly sessionOf: (cookie: string) => string | undefined;
  readonly logger: Logger;
  /** Told of every request that was answered, where somebody wants to know. */
  readonly observe: ((answered: Answered) => void) | undefined;
}

/** What may be done with a page. */
const readingOnly: Answer = { status: 204, headers: { allow: 'GET, HEAD, OPTIONS' } };

const ofApp = /^\/(trpc|api|admin|healthz|readyz)(\/|$)/;

/** Answers every request: the app's paths by Hono, files and pages of the portal from memory. */
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
  const answerer = new Answerer(securityHeaders(settings.origin));
  const limits = settings.apiPerMinute > 0 ? new RequestLimits(settings.apiPerMinute, sessionOf) : undefined;
  const follow = followerOf(logger, observe);

  return (request, response) => {
    const { url = '/', method = 'GET', headers: of } = request;
    const queryAt = url.indexOf('?');
    const path = queryAt === -1 ? url : url.slice(0, queryAt);
    const forwarded = readForwarded(request, settings);
    const id = forwarded?.requestId ?? '';
    const own = ['x-request-id', id];
    const refuse = (refusal: Refusal) => answerer.refuse(response, path, refusal, own);
    follow?.(response, { id, method, path });
    const fault = faultOf(request);
    if (fault) return refuse(fault);
    if (!forwarded || !url.startsWith('/'))
      return refuse({ code: 'malformed_request', message: '请求的网址或者 Host 请求头不对，请核对' });

    const ofOpenApi = isOfOpenApi(path);
    const file = ofOpenApi ? undefined : assets.get(path.slice(1));
    if (limits && !file) {
      const { allowed, headers } = limits.take(path, forwarded.address, of.cookie);
      if (ofOpenApi || !allowed) own.push(...headers);
      if (!allowed) return refuse({ code: 'rate_limited' });
    }
    const isFromPages = ofOpenApi ? isKeptAnswer(method, path, url.slice(path.length + 1)) : !ofApp.test(path);
    if (!isFromPages) {
      overwriteHeaders(request, { [clientAddressHeader]: forwarded.address, [requestIdHeader]: id });
      for (let at = 0; at < own.length; at += 2) response.setHeader(own[at]!, own[at + 1]!);
      return void toApp(request, response);
    }
    if (method === 'OPTIONS') return answerer.send(response, readingOnly, own);
    if (method !== 'GET' && method !== 'HEAD')
      return refuse({ code: 'method_not_allowed', message: '这里只能查阅', headers: readingOnly.headers });

    const fail = (err: unknown) => {
      logFailure(logger, err, '页面生成失败', { id, path });
      if (isUnavailable(err)) return answerer.sendUnlessBegun(response, unavailableAnswer(path, noDatabase), own);
      refuse({ code: 'internal', message: '本站出了问题，没有能够生成这个页面。请稍后再试。' });
    };
    try {
      const isOwn = settings.origin !== undefined || isOwnOrigin(forwarded.origin, request.socket.localPort);
      const resource = file ?? pages.get(pageAddressOf(forwarded.origin, url, isOwn));
      const asked = { method, acceptEncoding: of['accept-encoding'], ifNoneMatch: of['if-none-match'] };
      const answer = soon(resource, (found) => found.answer(asked));
      const sent = soon(answer, (found) => answerer.send(response, found, own));
      if (sent instanceof Promise) sent.catch(fail);
    } catch (err) {
      fail(err);
    }
  };
}
