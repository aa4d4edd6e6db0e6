import { request } from 'node:http';
import { createAuth, createServices, type Auth } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { testDatabase } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../log/logger.ts';
import { startListener, type RealListener } from '../testing/real-listener.ts';
import { createApp } from './app.ts';

const lines: string[] = [];
let database: OpenDatabase;
let site: RealListener;
beforeAll(async () => {
  database = await testDatabase('pglite');
  const services = createServices({ db: database.db, clock: () => new Date() });
  const logger = createLogger({ level: 'error', format: 'json' }, (line) => void lines.push(line));
  site = await startListener({
    app: (origin) => {
      const auth: Auth = createAuth({ database: database.db, secret: 'only for this test'.padEnd(43, '.'), origin });
      const parts = { services, publicServices: services, auth, admin: new Map(), logger, origin, direct: true };
      return createApp({
        ...parts,
        readiness: { public: async () => true, clerks: async () => true },
        onChange: () => undefined,
      });
    },
    logger,
    portal: (_incoming, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.writeHead(200);
      response.end('<p>年报');
    },
  });
});
afterAll(async () => {
  await site.stop();
  await database.close();
  expect(lines, 'nothing that a client sends is a fault of the server').toEqual([]);
});

/** A body of which nobody knows the length before it ends, sent by chunks. */
function chunked(bytes: number, fill = 'x'): RequestInit {
  const chunk = Buffer.alloc(64 * 1024, fill);
  let left = bytes;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
    },
  });
  return { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
}

const asChunks = (text: string, headers: Record<string, string> = {}): RequestInit => ({
  ...{ method: 'POST', duplex: 'half', headers: { 'content-type': 'application/json', ...headers } },
  body: new Blob([text]).stream(),
});

async function refusalFrom(answer: Response) {
  const body = (await answer.json()) as { code: string; message: string };
  expect(body.message).toMatch(/\p{Script=Han}/u);
  return { status: answer.status, code: body.code, origin: answer.headers.get('access-control-allow-origin') };
}

describe('a body without a length', () => {
  it('is read as any other', async () => {
    expect(await refusalFrom(await site.ask('/api/v1/submissions', asChunks('{}')))).toMatchObject({
      status: 401,
      code: 'token_missing',
    });
    const claim = await site.ask('/trpc/account.claimFirst', asChunks('{}'));
    expect(claim.status).toBe(400);
    expect(await claim.json()).toMatchObject({ error: { data: { error: { code: 'invalid_input' } } } });
    const signIn = await site.ask(
      '/api/auth/sign-in/username',
      asChunks('{"username":"nobody","password":"Wrong-2026"}'),
    );
    expect(await refusalFrom(signIn)).toMatchObject({ status: 401, code: 'sign_in_failed' });
  });

  it('is refused as soon as it is above the limit', async () => {
    for (const path of ['/trpc/account.claimFirst', '/api/auth/sign-in/username'])
      expect(await refusalFrom(await site.ask(path, chunked(3 * 2 ** 20)))).toMatchObject({
        status: 413,
        code: 'too_large',
      });
  });

  it('may be as long as its limit and not a byte more, twice that of a report for a document', async () => {
    const send = async (path: string, bytes: number) => (await site.ask(path, chunked(bytes))).status;
    expect(await send('/trpc/account.claimFirst', 2 * 2 ** 20)).toBe(400);
    expect(await send('/trpc/account.claimFirst', 2 * 2 ** 20 + 1)).toBe(413);
    for (const name of ['import.read', 'draft.start', 'register.previewFile', 'register.applyFile'])
      expect([name, await send(`/trpc/${name}`, 3 * 2 ** 20)]).toEqual([name, 401]);
  });

  it('need not be there at all', async () => {
    const bare = 'Host: 127.0.0.1\r\nConnection: close\r\n\r\n';
    expect(await site.send(`POST /api/v1/submissions HTTP/1.1\r\n${bare}`)).toMatch(/^HTTP\/1.1 401 /);
    expect(await site.send(`POST /trpc/account.claimFirst HTTP/1.1\r\n${bare}`)).toMatch(/^HTTP\/1.1 4(00|15) /);
  });

  it('does not spoil the connection for the next request', async () => {
    const next = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n';
    const size = 2 * 2 ** 20 + 65_536;
    const head = 'POST /trpc/account.claimFirst HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
    const body = Buffer.alloc(size, 'x').toString();
    const got = await site.send(
      `${head}Transfer-Encoding: chunked\r\n\r\n${size.toString(16)}\r\n${body}\r\n0\r\n\r\n${next}`,
    );
    expect(got).toMatch(/^HTTP\/1.1 413 [\s\S]*HTTP\/1.1 200 /);
  });
});

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
    expect(await refusalFrom(refused)).toEqual({ status: 401, code: 'token_missing', origin: '*' });
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
      expect(await refusalFrom(answer)).toEqual({ status: 405, code: 'method_not_allowed', origin: '*' });
      expect(answer.headers.get('allow')).toBe(allow);
    }
    for (const path of ['/api/v1/nothing', '/api/none'])
      expect(await refusalFrom(await site.ask(path, { method }))).toEqual({
        status: 404,
        code: 'not_found',
        origin: '*',
      });
    if (method !== 'POST')
      for (const path of ['/trpc/agency.list', '/api/auth/get-session']) {
        const answer = await site.ask(path, { method });
        expect(await refusalFrom(answer)).toMatchObject({ status: 405, code: 'method_not_allowed' });
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
    const query = await site.ask('/trpc/agency.list', asChunks('{}'));
    expect([query.status, query.headers.get('allow')]).toEqual([405, 'GET']);
  });
});

describe('what no handler could read', () => {
  const ask = (target: string, headers = 'Host: 127.0.0.1\r\nConnection: close\r\n') =>
    site.send(Buffer.from(`GET ${target} HTTP/1.1\r\n${headers}\r\n`));

  it.each(['/api/v1/statistics?cells=三.一.总计', '/api/v1/报告'])(
    '%s without encoding is answered in JSON that says how',
    async (target) => {
      const got = await ask(target);
      expect(got).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
      expect(got).toMatch(/\r\naccess-control-allow-origin: \*\r\n/);
      expect(got).toMatch(/\r\nconnection: close\r\n/i);
      const body = JSON.parse(got.slice(got.indexOf('\r\n\r\n') + 4)) as Record<string, string>;
      expect(body).toMatchObject({ code: 'invalid_address', message: expect.stringContaining('百分号编码') });
    },
  );

  it.each(['/search?q=水务', '/年报'])('%s without encoding is answered in a line of text', async (target) => {
    const got = await ask(target);
    expect(got).toMatch(/^HTTP\/1.1 400 [\s\S]*content-type: text\/plain; charset=utf-8[\s\S]*百分号编码/);
    expect(got).not.toContain('access-control-allow-origin');
  });

  it.each([
    ['headers without end', 431, `GET /api/v1/reports HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['no HTTP', 400, 'HELO example.org\r\n\r\n'],
    ['a header with a NUL', 400, 'GET / HTTP/1.1\r\nHost: a\r\nCookie: a=\0\r\n\r\n'],
    ['a header without a colon', 400, 'GET / HTTP/1.1\r\nHost a\r\n\r\n'],
    [
      'two lengths',
      400,
      'POST /api/v1/submissions HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    ],
    [
      'a chunk that is none',
      400,
      'POST /api/v1/submissions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ],
    ['two hosts', 400, 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
    ['no host', 400, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a backslash', 400, 'GET /api/v1/\\reports HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['an expectation', 417, 'GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n'],
  ])('%s is answered in words', async (_name, status, bytes) => {
    const got = await site.send(bytes);
    expect(got).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(got).toMatch(/\p{Script=Han}/u);
  });

  it('is answered in JSON too where a body breaks off in the middle', async () => {
    const got = await site.send(
      'POST /api/v1/submissions HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\nzz\r\n',
    );
    expect(got).toMatch(/^HTTP\/1.1 4\d\d [\s\S]*"code":/);
  });

  it('HTTP/1.0 needs no host where the operator said by which name the site is known', async () => {
    expect(await site.send('GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  });
});

describe('a body', () => {
  it('that is compressed is refused by name', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    for (const path of ['/api/v1/submissions', '/trpc/account.claimFirst', '/api/auth/sign-in/username']) {
      const answer = await site.ask(path, { method: 'POST', headers, body: Buffer.from([0x1f, 0x8b, 0]) });
      expect(await refusalFrom(answer)).toMatchObject({ status: 415, code: 'unsupported_encoding' });
      expect(answer.headers.get('accept-encoding')).toBe('identity');
    }
  });

  it('is asked for where the client waits to be asked, and not where it is too long', async () => {
    const waiting = (path: string, length: number) =>
      new Promise<string[]>((resolve, reject) => {
        const seen: string[] = [];
        const headers = { expect: '100-continue', 'content-type': 'application/json', 'content-length': length };
        const asking = request({ port: site.port, path, method: 'POST', headers }, (response) => {
          seen.push(String(response.statusCode));
          response.resume();
          resolve(seen);
        });
        asking.on('continue', () => {
          seen.push('100');
          asking.end('x'.repeat(length));
        });
        asking.on('error', reject);
        asking.flushHeaders();
      });
    expect(await waiting('/trpc/account.claimFirst', 2)).toEqual(['100', '400']);
    expect(await waiting('/trpc/account.claimFirst', 3 * 2 ** 20)).toEqual(['413']);
    expect(await waiting('/about', 2)).toEqual(['405']);
  });
});
