import { trpcServer } from '@hono/trpc-server';
import { appRouter, authPath, createContext, createRest, type Auth, type Services } from '@gongkai/api';
import { maximumUpload } from '@gongkai/api/schemas';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { timeout } from 'hono/timeout';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from '../log/logger.ts';
import { serveAdmin } from './admin.ts';
import { requireSameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import type { StaticFiles } from './static-files.ts';

const LONGEST_ANSWER_MS = 60_000;
const MEGABYTE = 2 ** 20;
/** Calls that may bring a document along; the rest of such a form is small. */
const withUpload = new Set([
  '/trpc/import.read',
  '/trpc/draft.start',
  '/trpc/register.previewFile',
  '/trpc/register.applyFile',
]);

export interface AppParts {
  readonly services: Services;
  /** For what the public reads, which may lag behind a little. */
  readonly publicServices: Services;
  readonly auth: Auth;
  readonly admin: StaticFiles;
  readonly logger: Logger;
  /** By which browsers know the site. */
  readonly origin: string;
  /** Nothing stands between browsers and this process: the host that they ask is the one that they know. */
  readonly direct: boolean;
  /** Whether the database answers. */
  readonly ready: () => Promise<boolean>;
  /** Told after each call that may have changed what is public. */
  readonly onChange: () => void;
}

/** All that is no page of the portal: procedures, sign-in, the open API, the admin app, health. */
export function createApp({
  services,
  publicServices,
  auth,
  admin,
  logger,
  origin,
  direct,
  ready,
  onChange,
}: AppParts): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(origin)))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  });

  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) =>
    (await ready()) ? context.json({ status: 'ok' }) : context.json({ status: 'unavailable' }, 503),
  );

  for (const path of ['/trpc/*', '/api/*']) {
    app.use(path, timeout(LONGEST_ANSWER_MS), async (context, next) => {
      const limit = withUpload.has(context.req.path) ? maximumUpload + MEGABYTE : 2 * MEGABYTE;
      return bodyLimit({ maxSize: limit, onError: () => refuse(413, 'too_large', `内容超过 ${limit / MEGABYTE} MB`) })(
        context,
        next,
      );
    });
    app.use(path, async (context, next) => {
      await next();
      context.res.headers.set('cache-control', context.res.headers.get('cache-control') ?? 'no-store');
    });
  }

  app.use('/trpc/*', requireSameOrigin(origin), async (context, next) => {
    await next();
    if (context.req.method !== 'GET') onChange();
  });
  app.use(
    '/trpc/*',
    trpcServer({
      router: appRouter,
      createContext: async (_options, { req }) => ({ ...(await createContext(services, auth, req.raw)) }),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') logger.error({ path, err: error.cause ?? error }, '出错');
      },
    }),
  );
  app.on(['GET', 'POST'], `${authPath}/*`, ({ req }) => auth.handler(req.raw));
  app.get('/api/v1/', ({ redirect }) => redirect('/api/v1', 308));
  app.route('/api/v1', createRest(publicServices, services));

  // Sign-in works under one name only: localhost and 127.0.0.1 are two to a browser.
  app.get('/admin/*', async ({ req, redirect }, next) => {
    const asked = new URL(req.url);
    if (!direct || asked.origin === origin) return next();
    return redirect(origin + asked.pathname + asked.search, 307);
  });
  app.get('/admin', ({ redirect }) => redirect('/admin/', 308));
  app.get('/admin/*', serveAdmin(admin));

  app.notFound(() => refuse(404, 'not_found', '没有这个地址'));
  app.onError((error) => {
    if (error instanceof HTTPException) return refuse(error.status, 'refused', '请求没有完成，请稍后再试');
    logger.error({ err: error }, '出错');
    return refuse(500, 'internal', '系统出错，请稍后再试');
  });
  return app;
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status });
}
