import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunkedBody, errorFrom, startSite, type Site } from '../../testing/test-site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

describe('methods', () => {
  it.each(['/api/v1/reports', '/api/v1/agencies/x', '/api/v1/reports.csv', '/api/v1/openapi.json', '/api/v1'])(
    'a preflight for %s is answered with what is allowed',
    async (path) => {
      const answer = await site.ask(path, {
        method: 'OPTIONS',
        headers: {
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'if-none-match',
        },
      });
      expect([answer.status, await answer.text()]).toEqual([204, '']);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-allow-methods')).toBe('GET,HEAD');
      expect(answer.headers.get('access-control-allow-headers')).toBe('If-None-Match');
      expect(Number(answer.headers.get('access-control-max-age'))).toBeGreaterThan(0);
      expect(answer.headers.has('allow')).toBe(true);
    },
  );

  it('a preflight for submissions allows what a submission needs, and what it then answers may be read', async () => {
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
    const answer = await site.ask('/api/v1/submissions', { method: 'OPTIONS', headers: asked });
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')).toBe('POST');
    expect(answer.headers.get('access-control-allow-headers')).toBe('Authorization,Content-Type,Idempotency-Key');
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
    const refused = await site.ask('/api/v1/submissions', { method: 'POST' });
    expect(await errorFrom(refused)).toEqual({ status: 401, code: 'token_missing', origin: '*' });
  });

  it('a preflight for an address that does not exist lets a page read that it does not', async () => {
    const headers = { 'access-control-request-method': 'GET' };
    const answer = await site.ask('/api/v1/nothing', { method: 'OPTIONS', headers });
    expect([answer.status, answer.headers.get('access-control-allow-methods')]).toEqual([204, 'GET,HEAD']);
    expect((await site.ask('/api/v1/nothing', { method: 'OPTIONS' })).status).toBe(404);
  });

  it('lets no other site ask procedures, sign-in or the admin app', async () => {
    for (const path of ['/trpc/draft.save', '/api/auth/sign-in/username', '/admin/', '/healthz']) {
      const { status, headers } = await site.ask(path, {
        method: 'OPTIONS',
        headers: { 'access-control-request-method': 'POST' },
      });
      expect([path, status]).toEqual([path, 204]);
      expect(headers.get('allow')).toMatch(/GET, HEAD/);
      expect(headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'POST', 'PROPFIND'])('%s is not known everywhere', async (method) => {
    for (const [path, allow] of [
      ['/api/v1/reports', 'GET, HEAD, OPTIONS'],
      ['/api/v1/openapi.json', 'GET, HEAD, OPTIONS'],
      ...(method === 'POST' ? [] : [['/api/v1/submissions', 'POST, OPTIONS']]),
    ] as const) {
      const answer = await site.ask(path, { method });
      expect(await errorFrom(answer)).toEqual({ status: 405, code: 'method_not_allowed', origin: '*' });
      expect(answer.headers.get('allow')).toBe(allow);
    }
    for (const path of ['/api/v1/nothing', '/api/none'])
      expect(await errorFrom(await site.ask(path, { method }))).toEqual({
        status: 404,
        code: 'not_found',
        origin: '*',
      });
    const withPost = ['/trpc/agency.list', '/api/auth/get-session'];
    for (const path of method === 'POST' ? [] : withPost) {
      const answer = await site.ask(path, { method });
      expect(await errorFrom(answer)).toMatchObject({ status: 405, code: 'method_not_allowed' });
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    }
    for (const path of ['/', '/about', '/admin/', '/healthz', '/readyz']) {
      const answer = await site.ask(path, { method });
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD, OPTIONS']);
      expect(await answer.text()).toMatch(/\p{Script=Han}/u);
    }
  });

  it('HEAD is answered as GET, without a body', async () => {
    for (const path of ['/', '/api/v1/reports', '/healthz', '/admin/none.js', '/api/none']) {
      const [head, get] = [await site.ask(path, { method: 'HEAD' }), await site.ask(path)];
      expect([path, head.status, await head.text()]).toEqual([path, get.status, '']);
    }
  });

  it('a procedure says by which it is called', async () => {
    const change = await site.ask('/trpc/draft.save');
    expect([change.status, change.headers.get('allow')]).toEqual([405, 'POST']);
    const query = await site.ask('/trpc/agency.list', chunkedBody('{}'));
    expect([query.status, query.headers.get('allow')]).toEqual([405, 'GET']);
  });
});
