import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { PortalRequest } from '@gongkai/portal/platform';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../log/logger.ts';
import { renderApiResponse } from '../../page-cache/render-api-response.ts';
import { PageCache } from '../../page-cache/page-cache.ts';
import { renderPage, type PortalHandler } from '../../page-cache/render-page.ts';
import type { CompletedRequest } from './request-logger.ts';
import { createListener } from './listener.ts';
import { CachedResponse } from '../response/cached-response.ts';

const given: PortalRequest = { api: {} as PortalRequest['api'], site: { name: '公开年报', demo: false } };
const script = new CachedResponse(
  200,
  { 'content-type': 'text/javascript', 'cache-control': 'immutable' },
  Buffer.from('1'),
);

let rendered: IncomingMessage[] = [];
const portal: PortalHandler = (incoming, response) => {
  rendered.push(incoming);
  if (incoming.url === '/broken') throw new Error('no such thing');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'self'");
  response.writeHead(incoming.url === '/missing' ? 404 : 200, { 'x-page': 'yes' });
  response.write('<p>');
  response.end('年报'.repeat(incoming.url === '/long' ? 10_000 : 1_000));
};

let answers = 0;
const app = new Hono()
  .get('/api/v1/reports', ({ json }) => json({ answers: (answers += 1), text: '年报'.repeat(1_000) }))
  .post('/api/v1/submissions', ({ text }) => text('submitted'))
  .get('/healthz', ({ req, text }) => text(req.header('x-client-address') ?? ''));
const pages = new PageCache({
  version: async () => '1',
  render: (address) =>
    address.includes('/api/v1/')
      ? renderApiResponse(app, new URL(address))
      : renderPage(portal, new URL(address), given),
});
const lines: string[] = [];
const logger = createLogger({ level: 'info', format: 'json' }, (line) => void lines.push(line));
const settings = { origin: undefined, trustedProxy: false, apiPerMinute: 20 };
const sessionOf = (cookie: string) => /^session=(\w+)$/.exec(cookie)?.[1];
const answered: CompletedRequest[] = [];
const observe = (one: CompletedRequest) => void answered.push(one);
const server = createServer(
  createListener({
    app,
    pages,
    assets: new Map([['_app/immutable/a.js', script]]),
    settings,
    sessionOf,
    logger,
    observe,
  }),
);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  rendered = [];
  lines.length = 0;
  answered.length = 0;
});

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(path: string, { headers = {}, ...options }: RequestOptions = {}): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers, agent: false, ...options }, (response) => {
      const { statusCode: status, headers: answered } = response;
      response.toArray().then((chunks) => resolve({ status, headers: answered, body: Buffer.concat(chunks) }), reject);
    })
      .on('error', reject)
      .end();
  });
}

describe('a page of the portal', () => {
  it('is rendered once and then given from memory, compressed as asked', async () => {
    const first = await ask('/a?x=1');
    const second = await ask('/a?x=1', { headers: { 'accept-encoding': 'gzip' } });
    expect(rendered).toHaveLength(1);
    expect(first.body.toString()).toBe(`<p>${'年报'.repeat(1_000)}`);
    expect(gunzipSync(second.body)).toEqual(first.body);
    expect(second.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding', 'x-page': 'yes' });
  });

  it('of any length comes whole', async () => {
    const { body, headers } = await ask('/long');
    expect(headers['content-length']).toBe(String(body.length));
    expect(body.toString()).toBe(`<p>${'年报'.repeat(10_000)}`);
    expect(gunzipSync((await ask('/long', { headers: { 'accept-encoding': 'gzip' } })).body)).toEqual(body);
  });

  it('is another one at another address', async () => {
    await ask('/b');
    await ask('/b?x=2');
    await ask('/search?x=2&q=1');
    await ask('/search?q=1');
    await ask('/b', { headers: { host: 'localhost' } });
    expect(rendered.map(({ url, headers }) => `${headers.host}${url}`)).toEqual([
      expect.stringMatching(/^127.*\/b$/),
      expect.stringMatching(/^127.*\/search\?q=1$/),
      'localhost/b',
    ]);
  });

  it('is not sent again to who has it', async () => {
    const { etag } = (await ask('/c')).headers;
    const again = await ask('/c', { headers: { 'if-none-match': etag! } });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it('never learns who asks', async () => {
    await ask('/d', { headers: { cookie: 'gongkai.session_token=1', authorization: 'x', 'accept-language': 'en' } });
    expect(Object.keys(rendered[0]!.headers).toSorted()).toEqual(['accept', 'host', 'x-forwarded-proto']);
    expect(rendered[0]).toMatchObject({ method: 'GET', ...given });
  });

  it('keeps its own content policy beside the headers of all', async () => {
    const { headers } = await ask('/e');
    expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'self'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  });

  it('answers HEAD without a body', async () => {
    const { headers, body } = await ask('/f', { method: 'HEAD' });
    expect(headers['content-length']).toBe(String(3 + Buffer.byteLength('年报') * 1_000));
    expect(body).toHaveLength(0);
  });

  it('that is not there is a page too', async () => {
    expect((await ask('/missing')).status).toBe(404);
  });

  it('that cannot be rendered is said so, and logged', async () => {
    const { status, body, headers } = await ask('/broken');
    expect(status).toBe(500);
    expect(body.toString()).toContain('请稍后再试');
    expect(headers['cache-control']).toBe('no-store');
    expect(lines.join('')).toContain('no such thing');
  });
});

describe('other requests', () => {
  it('for files are answered from memory', async () => {
    expect((await ask('/_app/immutable/a.js')).headers['cache-control']).toBe('immutable');
    expect(rendered).toHaveLength(0);
  });

  it('of the app reach it with the address of who asks, and no other', async () => {
    const { body } = await ask('/healthz', {
      headers: { 'X-Client-Address': '6.6.6.6', 'x-forwarded-for': '6.6.6.6' },
    });
    expect(body.toString()).toBe('127.0.0.1');
  });

  it('that would change a page are refused', async () => {
    const { status, headers } = await ask('/a', { method: 'POST' });
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD, OPTIONS');
  });

  it.each([
    ['an odd host', '/', { host: 'a b' }],
    ['another site in the address', 'http://evil.example/', {}],
  ])('with %s are refused', async (_name, path, headers: Record<string, string>) => {
    expect((await ask(path, { headers })).status).toBe(400);
    expect(rendered).toHaveLength(0);
  });

  it('leave a line in the log without what the reader looked for', async () => {
    await ask('/search?q=secret', { headers: { 'user-agent': 'secret' } });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ method: 'GET', path: '/search', status: 200 });
    expect(lines[0]).not.toContain('secret');
  });
});

it('tells of every answer by few words, whatever is asked', async () => {
  await ask('/healthz');
  await ask('/reports/1?q=2');
  await ask('/api/v1/nothing', { method: 'PROPFIND' });
  expect(answered.map(({ method, kind, status }) => ({ method, kind, status }))).toEqual([
    { method: 'GET', kind: 'health', status: 200 },
    { method: 'GET', kind: 'page', status: 200 },
    { method: 'other', kind: 'api', status: 404 },
  ]);
  for (const { seconds } of answered) expect(seconds).toBeGreaterThan(0);
});

describe('the open API', () => {
  it('is answered from memory, compressed and tagged, but not where it is sent line by line', async () => {
    const first = await ask('/api/v1/reports?year=2024');
    const again = await ask('/api/v1/reports?year=2024', { headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(again.body)).toEqual(first.body);
    expect(answers).toBe(1);
    const { etag } = first.headers;
    expect((await ask('/api/v1/reports?year=2024', { headers: { 'if-none-match': etag! } })).status).toBe(304);
    for (const query of ['format=jsonl', 'format=csv', '%66ormat=csv']) await ask(`/api/v1/reports?${query}`);
    await ask('/api/v1/reports?format=csv');
    expect(answers).toBe(5);
  });

  it('says how often one may ask, and refuses beyond it', async () => {
    const { headers } = await ask('/api/v1/submissions', { method: 'POST' });
    const left = Number(headers['ratelimit-remaining']);
    expect(headers['ratelimit-limit']).toBe('20');
    for (let call = 0; call < left; call += 1) expect((await ask('/api/v1/reports')).status).toBe(200);
    const refused = await ask('/api/v1/reports');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(refused.body.toString())).toMatchObject({ code: 'rate_limited' });
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/a')).status).toBe(200);
  });
});

describe('pages', () => {
  it('are given to one address so often a minute, files and the admin app without end', async () => {
    const { status } = await ask('/_app/immutable/a.js');
    expect(status).toBe(200);
    let last: Got | undefined;
    for (let call = 0; call < 50 && last?.status !== 429; call += 1) last = await ask('/a');
    expect(last).toMatchObject({ status: 429, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    expect(Number(last!.headers['retry-after'])).toBeGreaterThan(0);
    expect(last!.body.toString()).toContain('Retry-After');
    for (const path of ['/_app/immutable/a.js', '/healthz']) expect((await ask(path)).status).toBe(200);
    expect((await ask('/trpc/none')).status).toBe(404);
  });

  it('are counted by session for who is signed in, and by address for who says so only', async () => {
    for (let call = 0; call < 25; call += 1) await ask('/a');
    expect((await ask('/a')).status).toBe(429);
    for (const session of ['one', 'two'])
      for (let call = 0; call < 20; call += 1)
        expect((await ask('/a', { headers: { cookie: `session=${session}` } })).status).toBe(200);
    expect((await ask('/a', { headers: { cookie: 'session=one' } })).status).toBe(429);
    expect((await ask('/a', { headers: { cookie: 'forged=three' } })).status).toBe(429);
  });
});
