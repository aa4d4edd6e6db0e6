import { Hono, type Handler, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { ApiError, asUnavailable, retryAfterSeconds } from '../common/errors.ts';
import { asUnstorable } from '../common/storable.ts';
import { createRouteHandler } from './route-handler.ts';
import { apiVersion } from './openapi/openapi-document.ts';
import { createDocuments } from './served-documents.ts';
import { endpointsOf } from './endpoints.ts';
import { referenceStyle } from './reference-page/reference-style.ts';
import type { ReferenceSite } from './reference-page/reference-page.ts';
import { methodOf } from './route.ts';
import { routes } from './routes/index.ts';
import type { Services } from '../services.ts';

/**
 * Creates the REST API: public data without a key, and submission by token. It is mounted at `/api/v1`.
 * @param changing services for commands, if `services` read from a replica
 * @param site the site of the API: its name on the reference page, and its base path
 */
export function createRest(services: Services, changing = services, site: ReferenceSite = {}): Hono {
  const { basePath = '' } = site;
  const documents = createDocuments(services, site);
  const rest = new Hono()
    .use(forEverybody)
    .use(unlessStreamed)
    .get('/openapi.json', async () => fixed((await documents()).openApi, 'application/json; charset=utf-8'))
    .get('/reference.css', () => fixed(referenceStyle, 'text/css; charset=utf-8'))
    .get('/', async () =>
      fixed((await documents()).page, 'text/html; charset=utf-8', { 'content-security-policy': pagePolicy }),
    );
  const methods = new Map(['/openapi.json', '/reference.css', '/'].map((path) => [path, ['GET']]));
  for (const { route, format, ...endpoint } of routes.flatMap(endpointsOf)) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const fixedFormat = format === 'json' ? undefined : format;
    rest.on(
      methodOf(route),
      path,
      createRouteHandler(route, route.type === 'command' ? changing : services, { fixed: fixedFormat, basePath }),
    );
    methods.set(path, [...(methods.get(path) ?? []), methodOf(route)]);
  }
  for (const [path, served] of methods) rest.all(path, otherMethods(served));
  return rest
    .notFound((c) => c.json(new ApiError('not_found', `没有这个地址。全部地址见 ${basePath}/api/v1/`).body, 404))
    .onError((thrown, c) => {
      const error = thrown instanceof ApiError ? thrown : (asUnstorable(thrown) ?? asUnavailable(thrown));
      // The server that mounts this logs internal errors; callers learn only that one occurred.
      if (!error) throw thrown;
      if (error.status === 401) c.header('WWW-Authenticate', 'Bearer');
      if (error.status === 503) c.header('Retry-After', String(retryAfterSeconds));
      return c.json(error.body, error.status);
    });
}

/** The reference page loads its own style sheet and nothing else. */
const pagePolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'self'; img-src 'self'";

const exposed = [
  'ETag',
  'Link',
  'X-Total-Count',
  'Gongkai-Api-Version',
  'Gongkai-Omitted',
  'Retry-After',
  'X-Request-Id',
];
const limits = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

const forPages = { origin: '*', exposeHeaders: [...exposed, ...limits], maxAge: 86_400 };

const openToReading = cors({ ...forPages, allowMethods: ['GET', 'HEAD'], allowHeaders: ['If-None-Match'] });

/** Submission accepts tokens only, so no credential that a browser sends automatically is accepted. */
const openToSubmitting = cors({
  ...forPages,
  allowMethods: ['POST'],
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
});

/** Creates the handler for methods that a route does not serve. @throws {ApiError} method_not_allowed */
function otherMethods(served: readonly string[]): Handler {
  const allow = [...served.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ');
  return (context) => {
    context.header('Allow', allow);
    if (context.req.method === 'OPTIONS') return context.body(null, 204);
    throw new ApiError('method_not_allowed');
  };
}

/**
 * Allows pages of any site to read without a key and to submit with a token; the preflight response depends on the
 * methods of the path. Also sets the header with the API version.
 */
const forEverybody: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'OPTIONS') {
    await next();
    const allow = context.res.headers.get('allow') ?? '';
    const open = allow.includes('POST') ? openToSubmitting : openToReading;
    // A page may also read a 404 response. The middleware writes to the current response even if it creates another
    // one.
    const answered = context.res.ok || context.res.status === 404;
    const preflight = answered ? await open(context, async () => undefined) : undefined;
    if (preflight && context.req.header('access-control-request-method')) context.res = preflight;
  } else await openToReading(context, next);
  context.res.headers.set('gongkai-api-version', apiVersion);
  context.res.headers.set('cross-origin-resource-policy', 'cross-origin');
  if (context.res.ok && !context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-cache');
  return undefined;
};

const tagging = etag();

/** Streamed responses have no ETag, because computing it would keep the whole response in memory. */
const unlessStreamed: MiddlewareHandler = (context, next) => {
  const { pathname, searchParams } = new URL(context.req.url);
  return isStreamed(pathname, searchParams) ? next() : tagging(context, next);
};

/** Returns whether a response of the open API is streamed because it may be too long for memory. */
export function isStreamed(path: string, query: URLSearchParams): boolean {
  return /\.(?:csv|jsonl)$/.test(path) || (query.has('format') && query.get('format') !== 'json');
}

function fixed(body: string, type: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { headers: { 'content-type': type, ...headers } });
}
