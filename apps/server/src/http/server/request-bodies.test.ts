import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunkedBody, errorFrom, startSite, type Site } from '../../testing/test-site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** A chunked body, whose length is unknown until it ends. */
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

describe('a body without a length', () => {
  it('is read as any other', async () => {
    expect(await errorFrom(await site.ask('/api/v1/submissions', chunkedBody('{}')))).toMatchObject({
      status: 401,
      code: 'token_missing',
    });
    const claim = await site.ask('/trpc/account.claimFirst', chunkedBody('{}'));
    expect(claim.status).toBe(400);
    expect(await claim.json()).toMatchObject({ error: { data: { error: { code: 'invalid_input' } } } });
    const signIn = await site.ask(
      '/api/auth/sign-in/username',
      chunkedBody('{"username":"nobody","password":"Wrong-2026"}'),
    );
    expect(await errorFrom(signIn)).toMatchObject({ status: 401, code: 'sign_in_failed' });
  });

  it('is refused once it is above the limit', async () => {
    for (const path of ['/trpc/account.claimFirst', '/api/auth/sign-in/username'])
      expect(await errorFrom(await site.ask(path, chunked(3 * 2 ** 20)))).toMatchObject({
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
      expect(await errorFrom(answer)).toMatchObject({ status: 415, code: 'unsupported_encoding' });
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
