import { createAuth, createServices, type Auth } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { testDatabase } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLogger } from '../../log/logger.ts';
import { startListener } from '../../testing/real-listener.ts';
import { createApp, type AppParts } from './app.ts';
import { CachedResponse } from '../response/cached-response.ts';

const https = 'https://gongkai.example.gov.cn';
const html = (text: string) =>
  new CachedResponse(200, { 'content-type': 'text/html; charset=utf-8' }, Buffer.from(text));
const admin = new Map([
  ['index.html', html('<title>管理端</title>')],
  [
    '_app/immutable/main.1a2b.js',
    new CachedResponse(
      200,
      { 'content-type': 'text/javascript', 'cache-control': 'public, immutable' },
      Buffer.from('1'),
    ),
  ],
]);

let database: OpenDatabase;
let auth: Auth;
beforeAll(async () => {
  database = await testDatabase('pglite');
  auth = createAuth({ database: database.db, secret: 'only for this test'.padEnd(43, '.'), origin: https });
});
afterAll(() => database.close());

async function setUp(changes: Partial<AppParts> = {}) {
  const log: string[] = [];
  const onChange = vi.fn();
  const services = createServices({ db: database.db, clock: () => new Date() });
  const logger = createLogger({ level: 'error', format: 'json' }, (line) => void log.push(line));
  const listener = await startListener({
    app: (origin) =>
      createApp({
        services,
        publicServices: services,
        auth,
        admin,
        logger,
        origin,
        direct: true,
        readiness: { public: async () => true, clerks: async () => true },
        onChange,
        ...changes,
      }),
    logger,
    ...(changes.origin && { settings: { origin: changes.origin } }),
  });
  onTestFinished(listener.stop);
  return { ...listener, log, onChange };
}

const post = (body: RequestInit['body'], headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/json', ...headers },
});

describe('every answer', () => {
  it.each([
    '/healthz',
    '/admin/',
    '/admin/none.js',
    '/api/v1/agencies',
    '/api/none',
    '/trpc/agency.list',
    '/trpc/none',
  ])('has the security headers: %s', async (path) => {
    const { ask } = await setUp();
    const { headers } = await ask(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    for (const name of ['referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'])
      expect(headers.has(name)).toBe(true);
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('strict-transport-security')).toBe(false);
  });

  it('says to come by https alone where that is its address', async () => {
    const { ask } = await setUp({ origin: https, direct: false });
    const { headers } = await ask('/healthz');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
  });

  it('of the API is kept by nobody unless it says otherwise', async () => {
    const { ask } = await setUp();
    expect((await ask('/trpc/agency.list')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('health', () => {
  it('is one thing, readiness another', async () => {
    const { ask } = await setUp({ readiness: { public: async () => true, clerks: async () => false } });
    expect((await ask('/healthz')).status).toBe(200);
    for (const path of ['/readyz', '/readyz/clerks']) expect((await ask(path)).status).toBe(503);
    expect((await ask('/readyz/public')).status).toBe(200);
    expect((await (await setUp()).ask('/readyz')).status).toBe(200);
  });
});

describe('the admin app', () => {
  it('is one page for all its addresses, with a policy that lets its own scripts run', async () => {
    const { ask } = await setUp();
    for (const path of ['/admin/', '/admin/drafts/01JDEM0YX00000000000000013/2020']) {
      const answer = await ask(path);
      expect(await answer.text()).toContain('管理端');
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
  });

  it('has its files, and says which are not there', async () => {
    const { ask } = await setUp();
    expect((await ask('/admin/_app/immutable/main.1a2b.js')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/admin/_app/immutable/main.old.js')).status).toBe(404);
  });

  it('is led to from its address without the last stroke', async () => {
    expect((await (await setUp()).ask('/admin')).headers.get('location')).toBe('/admin/');
  });

  it('is led to from another name of this machine, unless a proxy stands before it', async () => {
    const asked = 'GET /admin/drafts?x=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    const { origin, send } = await setUp();
    expect(await send(asked)).toContain(`location: ${origin}/admin/drafts?x=1`);
    expect(await (await setUp({ direct: false })).send(asked)).toMatch(/^HTTP\/1.1 200/);
  });
});

describe('changes', () => {
  const claim = '/trpc/account.claimFirst';

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without a site', { origin: 'null' }],
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
    ['a browser that sends a session but no origin', { cookie: 'gongkai.session_token=1' }],
  ])('are refused from %s', async (_name, headers: Record<string, string>) => {
    const { ask, onChange } = await setUp();
    const answer = await ask(claim, post('{}', headers));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'foreign_origin', message: expect.stringMatching(/其他网站/) });
    expect(onChange).not.toHaveBeenCalled();
  });

  it.each([
    ['this site', { origin: 'itself' }],
    ['a browser on this site', { 'sec-fetch-site': 'same-origin' }],
    ['a program', {}],
  ])('are looked at from %s', async (_name, headers: Record<string, string>) => {
    const { ask, onChange, origin } = await setUp();
    const stated = headers['origin'] === 'itself' ? { origin } : headers;
    expect((await ask(claim, post('{}', stated))).status).toBe(400);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('are refused above 2 MB, documents above 21', async () => {
    const { ask } = await setUp();
    const big = (megabytes: number) => post('x'.repeat(megabytes * 2 ** 20));
    const refused = await ask('/trpc/draft.save', big(3));
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ code: 'too_large' });
    for (const path of ['/api/auth/sign-in/username', '/api/v1/submissions'])
      expect((await ask(path, big(3))).status).toBe(413);
    expect((await ask('/trpc/import.read', big(3))).status).not.toBe(413);
    expect((await ask('/trpc/import.read', big(22))).status).toBe(413);
  });
});

describe('what goes wrong', () => {
  it('is answered in JSON with a code, in Chinese', async () => {
    const { ask } = await setUp();
    for (const path of ['/api/none', '/api/v1/reports/x/y/z']) {
      const answer = await ask(path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.json()).toEqual(
        expect.objectContaining({ code: expect.any(String), message: expect.stringMatching(/\p{Script=Han}/u) }),
      );
    }
  });

  it('inside is logged, and not told', async () => {
    const { ask, log } = await setUp({
      readiness: {
        public: async () => true,
        clerks: () => {
          throw new Error('secret of the inside');
        },
      },
    });
    const answer = await ask('/readyz');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(log.join('')).toContain('secret of the inside');
  });

  it('with a procedure is no news for the log', async () => {
    const { ask, log } = await setUp();
    expect((await ask('/trpc/draft.list')).status).toBe(401);
    expect(log).toEqual([]);
  });
});
