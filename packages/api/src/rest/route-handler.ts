import { createHash } from 'node:crypto';
import { forSpreadsheets, writeLines } from '@gongkai/exporter/csv/lines';
import type { Context } from 'hono';
import { ApiError } from '../common/errors.ts';
import type { Services } from '../services.ts';
import type { OmissionNotice } from '../open-data/schemas.ts';
import { omissionHeader, omissionNotices } from './omission-notices.ts';
import { queryOf, readerOf, type Format, type ListParameters } from './parameters.ts';
import type { Call, CommandRoute, ItemRoute, ListRoute, Route, StoredRoute } from './route.ts';

/** Number of list entries in memory while the whole list is streamed. */
const BATCH_SIZE = 50;

export const mediaTypes = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
} as const;

interface RouteHandlerOptions {
  /** The format that the path names; otherwise the parameter `format` is accepted. */
  readonly fixed: Format | undefined;
  /** Path below which a gateway publishes the site. */
  readonly basePath: string;
}

/** Creates the Hono handler of a route. */
export function createRouteHandler(
  route: Route,
  services: Services,
  { fixed, basePath }: RouteHandlerOptions,
): (context: Context) => Promise<Response> {
  const [readParams, readQuery] = [readerOf(route.params), readerOf(queryOf(route, fixed))];
  return async (context) => {
    const params = readParams(Object.entries(context.req.param()));
    const asked = readQuery(new URL(context.req.url).searchParams);
    const query = fixed ? { ...asked, format: fixed } : asked;
    const call = { services, params, query } as Call;
    if (route.type === 'stored') return storedAnswer(route, call);
    if (route.type === 'command') return commandAnswer(route, call, context);
    return route.type === 'item' ? itemAnswer(route, call) : listAnswer(route, call, addressOf(context, basePath));
  };
}

async function storedAnswer(route: StoredRoute, call: Call): Promise<Response> {
  const { body, digest } = await route.read(call);
  return new Response(body, { headers: { 'content-type': mediaTypes.json, etag: `"${digest}"` } });
}

async function itemAnswer(route: ItemRoute, call: Call): Promise<Response> {
  const answer = await route.read(call);
  const own: Record<string, string> = route.live ? { 'cache-control': 'private, no-cache' } : {};
  const asked = call.query as ListParameters;
  if (route.csv && asked.format === 'csv')
    return tagged(writeLines(route.csv(answer), csvOptions(asked)), { ...own, ...fileHeaders(route, 'csv', asked) });
  return tagged(JSON.stringify(answer), { ...own, ...fileHeaders(route, 'json', asked) });
}

async function commandAnswer(route: CommandRoute, call: Call, { req }: Context): Promise<Response> {
  const answer = await route.run(call, { headers: req.raw.headers, body: () => bodyOf(req) });
  return Response.json(answer, { headers: { 'content-type': mediaTypes.json, 'cache-control': 'no-store' } });
}

/** @throws {ApiError} unsupported_type, malformed_json */
async function bodyOf(req: Context['req']): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(req.header('content-type') ?? '')) throw new ApiError('unsupported_type');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await req.arrayBuffer()));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) throw new ApiError('malformed_json');
    throw error;
  }
}

function addressOf({ req }: Context, basePath: string): URL {
  const address = new URL(req.url);
  address.pathname = basePath + address.pathname;
  return address;
}

/** @param address public address of the list */
async function listAnswer(route: ListRoute, call: Call, address: URL): Promise<Response> {
  const asked = call.query as ListParameters;
  const omitted = await omissionNotices(route, call, address);
  const headers = { ...fileHeaders(route, asked.format ?? 'json', asked), ...omissionHeader(omitted) };
  if (asked.format === 'csv' || asked.format === 'jsonl') {
    // The first lines are read before the headers are sent, so that an invalid request still gets an error response.
    const lines = linesOf(route, call, asked.format, omitted);
    const first = await lines.next();
    return new Response(bytesOf(first, lines), { headers });
  }
  const slice = { after: asked.after, limit: asked.limit ?? route.usual };
  const [{ items, next }, total] = await Promise.all([route.read(call, slice), route.total(call)]);
  return tagged(JSON.stringify({ items, total, next, ...(route.omissions && { omitted }) }), {
    ...headers,
    'x-total-count': String(total),
    link: linksOf(address, next),
  });
}

/**
 * Generates the lines of a list from the requested start to its end or limit, with a few entries in memory at a time.
 * Omissions are in the first line of JSON Lines; in CSV they are in the last column of the header, which is empty in
 * all other lines.
 */
async function* linesOf(
  route: ListRoute,
  call: Call,
  format: 'csv' | 'jsonl',
  omitted: readonly OmissionNotice[],
): AsyncGenerator<string, undefined> {
  const { after, limit, ...asked } = call.query as ListParameters;
  const options = csvOptions(asked);
  const notice = omitted.map(({ message }) => message.zh).join('；');
  const [lastHead, lastField] = notice === '' ? [[], []] : [[notice], ['']];
  let head = format === 'csv' ? writeLines([[...route.csv.head(call), ...lastHead]], options) : '';
  let first: { omitted?: readonly OmissionNotice[] } = omitted.length > 0 ? { omitted } : {};
  let [left, from] = [limit ?? Number.POSITIVE_INFINITY, after];
  while (left > 0) {
    const { items, next } = await route.read(call, { after: from, limit: Math.min(left, BATCH_SIZE, route.most) });
    yield (
      head +
      (format === 'csv'
        ? writeLines(
            items.map((item) => [...route.csv.line(item, call), ...lastField]),
            { ...options, bom: false },
          )
        : items.map((item, at) => `${JSON.stringify(at === 0 ? { ...(item as object), ...first } : item)}\n`).join(''))
    );
    if (next === null) return;
    [head, first] = ['', {}];
    [left, from] = [left - Math.min(left, BATCH_SIZE, route.most), next];
  }
}

/** Creates a stream that produces lines as fast as the client reads them. */
function bytesOf(first: IteratorResult<string>, rest: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let part: IteratorResult<string> | undefined = first;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = part ?? (await rest.next());
      part = undefined;
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await rest.return(undefined);
    },
  });
}

function tagged(body: string, headers: Record<string, string>): Response {
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return new Response(body, { headers: { ...headers, etag: `"${tag}"` } });
}

function csvOptions({ bom, download }: ListParameters) {
  if (download) return { ...forSpreadsheets, bom: bom ?? true };
  return { bom: bom ?? false };
}

function fileHeaders({ id }: Route, format: keyof typeof mediaTypes, { download }: ListParameters) {
  const type = { 'content-type': mediaTypes[format] };
  return download ? { ...type, 'content-disposition': `attachment; filename="${id}.${format}"` } : type;
}

function linksOf(address: URL, next: string | null): string {
  const link = (rel: string, after: string | null) => {
    const query = new URLSearchParams(address.searchParams);
    query.delete('after');
    if (after !== null) query.set('after', after);
    const search = query.size > 0 ? `?${query.toString()}` : '';
    return `<${address.pathname}${search}>; rel="${rel}"`;
  };
  return [link('first', null), ...(next === null ? [] : [link('next', next)])].join(', ');
}
