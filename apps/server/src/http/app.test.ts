import { createAuth, createServices, type Auth } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { testDatabase } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../log/logger.ts';
import { createApp, type AppParts } from './app.ts';
import { Resource } from './resource.ts';

const origin = 'http://127.0.0.1:3000';
const html = (text: string) => new Resource(200, { 'content-type': 'text/html; charset=utf-8' }, Buffer.from(text));
const admin = new Map([
  ['index.html', html('<title>管理端</title>')],
  [
    'assets/main-1a2b.js',
    new Resource(200, { 'content-type': 'text/javascript', 'cache-control': 'public, immutable' }, Buffer.from('1')),
  ],
]);

let database: OpenDatabase;
let auth: Auth;
beforeAll(async () => {
  database = await testDatabase('pglite');
  auth = createAuth({ database: database.db, secret: 'only for this test'.padEnd(43, '.'), origin });
});
afterAll(() => database.close());

function setUp(changes: Partial<AppParts> = {}) {
  const log: string[] = [];
  const onChange = vi.fn();
  const services = createServices({ db: database.db, clock: () => new Date() });
  const app = createApp({
    services,
    publicServices: services,
    auth,
    admin,
    logger: createLogger({ level: 'info', format: 'json' }, (line) => void log.push(line)),
    origin,
    direct: true,
    ready: async () => true,
    onChange,
    ...changes,
  });
  const ask = (path: string, init: RequestInit = {}) => app.request(`${origin}${path}`, init);
  return { app, ask, log, onChange };
}

const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
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
    const { headers } = await setUp().ask(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    for (const name of ['referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'])
      expect(headers.has(name)).toBe(true);
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('strict-transport-security')).toBe(false);
  });

  it('says to come by https alone where that is its address', async () => {
    const { headers } = await setUp({ origin: 'https://gongkai.example.gov.cn', direct: false }).ask('/healthz');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
  });

  it('of the API is kept by nobody unless it says otherwise', async () => {
    expect((await setUp().ask('/trpc/agency.list')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('health', () => {
  it('is one thing, readiness another', async () => {
    const { ask } = setUp({ ready: async () => false });
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(503);
    expect((await setUp().ask('/readyz')).status).toBe(200);
  });
});

describe('the admin app', () => {
  it('is one page for all its addresses, with a policy that lets its own scripts run', async () => {
    for (const path of ['/admin/', '/admin/drafts/01JDEM0YX00000000000000013/2020']) {
      const answer = await setUp().ask(path);
      expect(await answer.text()).toContain('管理端');
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
  });

  it('has its files, and says which are not there', async () => {
    const { ask } = setUp();
    expect((await ask('/admin/assets/main-1a2b.js')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/admin/assets/main-old.js')).status).toBe(404);
  });

  it('is led to from its address without the last stroke', async () => {
    expect((await setUp().ask('/admin')).headers.get('location')).toBe('/admin/');
  });

  it('is led to from another name of this machine, unless a proxy stands before it', async () => {
    const asked = 'http://localhost:3000/admin/drafts?x=1';
    expect((await setUp().app.request(asked)).headers.get('location')).toBe(`${origin}/admin/drafts?x=1`);
    expect((await setUp({ direct: false }).app.request(asked)).status).toBe(200);
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
    const { ask, onChange } = setUp();
    const answer = await ask(claim, post('{}', headers));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'foreign_origin', message: expect.stringMatching(/其他网站/) });
    expect(onChange).not.toHaveBeenCalled();
  });

  it.each([
    ['this site', { origin }],
    ['a browser on this site', { 'sec-fetch-site': 'same-origin' }],
    ['a program', {}],
  ])('are looked at from %s', async (_name, headers: Record<string, string>) => {
    const { ask, onChange } = setUp();
    expect((await ask(claim, post('{}', headers))).status).toBe(400);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('are refused above 2 MB, documents above 21', async () => {
    const { ask } = setUp();
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
    for (const path of ['/api/none', '/api/v1/reports/x/y/z']) {
      const answer = await setUp().ask(path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.json()).toEqual(
        expect.objectContaining({ code: expect.any(String), message: expect.stringMatching(/\p{Script=Han}/u) }),
      );
    }
  });

  it('inside is logged, and not told', async () => {
    const { ask, log } = setUp({
      ready: () => {
        throw new Error('secret of the inside');
      },
    });
    const answer = await ask('/readyz');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(log.join('')).toContain('secret of the inside');
  });

  it('with a procedure is no news for the log', async () => {
    const { ask, log } = setUp();
    expect((await ask('/trpc/draft.list')).status).toBe(401);
    expect(log).toEqual([]);
  });
});
