import { trpcServer } from '@hono/trpc-server';
import {
  answerAuth,
  ApiError,
  appRouter,
  authPath,
  createContext,
  createRest,
  requireStorable,
  retryAfterSeconds,
  type Auth,
  type ReferenceSite,
  type Services,
} from '@gongkai/api';
import { isDiskFull, isUnavailable } from '@gongkai/db';
import { Hono } from 'hono';
import { timeout } from 'hono/timeout';
import { HTTPException } from 'hono/http-exception';
import { logFailure } from '../../log/log-failure.ts';
import type { Logger } from '../../log/logger.ts';
import { serveAdmin } from './serve-admin.ts';
import { limitBody } from '../limits/body-limit.ts';
import { rejectOtherMethods } from './other-methods.ts';
import { crossOriginHeaders, isUnder, refuse } from '../response/error-response.ts';
import { requireSameOrigin } from './same-origin.ts';
import { securityHeaders } from '../response/security-headers.ts';
import type { StaticFiles } from '../response/static-files.ts';

const RESPONSE_TIMEOUT_MS = 60_000;
/** HTTP methods of procedures and sign-in. */
const callMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);
export interface AppParts {
  readonly services: Services;
  /** Services for public reads, which may be delayed by the lag of a replica. */
  readonly publicServices: Services;
  readonly auth: Auth;
  readonly admin: StaticFiles;
  readonly logger: Logger;
  /** Scheme, host and port of the site as browsers know it. */
  readonly origin: string;
  /** The site as the reference page of the open API describes it. */
  readonly site?: ReferenceSite;
  /** Path below which a gateway publishes the site, without a trailing slash. */
  readonly basePath?: string;
  /**
   * True if there is no proxy between browsers and this process, so that the requested host is the one that browsers
   * know.
   */
  readonly direct: boolean;
  /** Readiness of the process for requests of readers and of clerks. */
  readonly readiness: Record<'public' | 'clerks', () => Promise<boolean>>;
  /** Called after each call that may have changed public data. */
  readonly onChange: () => void;
  /** Called if a write failed because the disk is full. */
  readonly onDiskFull?: () => void;
}

/**
 * Creates the app for everything except pages of the portal: procedures, sign-in, the open API, the admin app, health.
 */
export function createApp({
  services,
  publicServices,
  auth,
  admin,
  logger,
  origin,
  site,
  basePath = '',
  direct,
  readiness,
  onChange,
  onDiskFull,
}: AppParts): Hono {
  const note = (error: unknown, path?: string) => {
    if (isDiskFull(error)) onDiskFull?.();
    logFailure(logger, error, '出错', path === undefined ? {} : { path });
  };
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(origin)))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  });

  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  for (const [path, ready] of [
    ['/readyz', readiness.clerks],
    ['/readyz/clerks', readiness.clerks],
    ['/readyz/public', readiness.public],
  ] as const)
    app.get(path, async ({ json }) =>
      (await ready()) ? json({ status: 'ok' }) : json({ status: 'unavailable' }, 503),
    );

  for (const path of ['/trpc/*', '/api/*']) {
    app.use(path, async (context, next) => {
      await next();
      const { headers, ok, status } = context.res;
      headers.set('cache-control', headers.get('cache-control') ?? 'no-store');
      if (status === 503 && !headers.has('retry-after')) headers.set('retry-after', String(retryAfterSeconds));
      if (isUnavailable(context.error)) note(context.error, context.req.path);
      if (!ok && isUnder('/api', context.req.path))
        for (const [name, value] of Object.entries(crossOriginHeaders)) headers.set(name, value);
    });
    app.use(path, timeout(RESPONSE_TIMEOUT_MS), limitBody);
  }

  const otherThanCalls = rejectOtherMethods('GET', 'HEAD', 'POST');
  app.use('/trpc/*', async (context, next) => {
    const { method, path } = context.req;
    if (!callMethods.has(method)) return otherThanCalls(context, next);
    // Batched calls are refused, because limits count requests.
    if (context.req.query('batch') !== undefined)
      return refuse(path, { code: 'invalid_input', message: '一次请求只能调用一个过程，请去掉 batch 分别调用' });
    return next();
  });
  app.use('/trpc/*', requireSameOrigin(origin), async (context, next) => {
    await next();
    if (context.req.method === 'POST') onChange();
  });
  app.use(
    '/trpc/*',
    trpcServer({
      router: appRouter,
      allowBatching: false,
      createContext: async (_options, { req }) => ({
        ...(await createContext(services, auth, req.raw, publicServices)),
      }),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR' || isUnavailable(error)) note(error.cause ?? error, path);
      },
    }),
  );
  app.on(['GET', 'POST'], `${authPath}/*`, async ({ req }) => answerAuth(auth, await toAuth(req.raw, basePath)));
  app.all(`${authPath}/*`, otherThanCalls);
  app.get('/api/v1/', ({ redirect }) => redirect(`${basePath}/api/v1`, 308));
  app.route('/api/v1', createRest(publicServices, services, { ...site, basePath }));

  // Sign-in works under one name only, because browsers treat localhost and 127.0.0.1 as two sites.
  app.get('/admin/*', async ({ req, redirect }, next) => {
    const asked = new URL(req.url);
    if (!direct || asked.origin === origin) return next();
    return redirect(origin + asked.pathname + asked.search, 307);
  });
  app.get('/admin', ({ redirect }) => redirect(`${basePath}/admin/`, 308));
  app.get('/admin/*', serveAdmin(admin));
  for (const path of ['/healthz', '/readyz', '/readyz/clerks', '/readyz/public', '/admin', '/admin/*'])
    app.all(path, rejectOtherMethods('GET', 'HEAD'));

  app.notFound(({ req }) => refuse(req.path, { code: 'not_found', message: '没有这个地址' }));
  app.onError((error, { req }) => {
    if (error instanceof HTTPException && error.status === 504)
      return refuse(req.path, { code: 'overdue', message: '请求没有完成，请稍后再试' });
    if (error instanceof ApiError) return refuse(req.path, error);
    if (isUnavailable(error)) return refuse(req.path, { code: 'unavailable' });
    note(error);
    return refuse(req.path, { code: 'internal' });
  });
  return app;
}

/**
 * Builds a request to better-auth with the address that browsers know and its body read. Otherwise better-auth reports
 * an interrupted body as a server fault, and passes characters to the database that it cannot store.
 * @throws {ApiError} invalid_input
 */
async function toAuth(request: Request, basePath: string): Promise<Request> {
  const { method, headers } = request;
  const url = new URL(request.url);
  url.pathname = basePath + url.pathname;
  if (method !== 'POST') return new Request(url, { method, headers });
  const body = await request.text();
  if (/\\u(0000|d[89a-f])/i.test(body)) requireStorable(parseJson(body));
  return new Request(url, { method, headers, body });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
