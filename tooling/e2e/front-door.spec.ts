import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { describe, expect } from 'vitest';
import { test } from './src/test.ts';

/** Sends a request as it is written, and gives what came back. */
async function send(url: string, request: string): Promise<string> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(`${request}\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

describe('a page of another site', () => {
  test('reads the open API, and asks again with the tag that it has', async ({ page, server, errors }) => {
    const other = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<p>'));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    try {
      await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
      const seen = await page.evaluate(async (address) => {
        const first = await fetch(address);
        const tag = first.headers.get('etag')!;
        const again = await fetch(address, { headers: { 'if-none-match': tag }, cache: 'no-store' });
        const missing = await fetch(new URL('/api/v1/nothing', address), { headers: { 'if-none-match': tag } });
        const wrong = (await missing.json()) as { code: string };
        const total = first.headers.get('x-total-count');
        return [first.status, Number(total) > 0, again.status, missing.status, wrong.code];
      }, `${server.url}/api/v1/reports?limit=1`);
      expect(seen).toEqual([200, true, 304, 404, 'not_found']);
      const refused = await page.evaluate(
        (address) =>
          fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then(
            () => 'answered',
            () => 'refused by the browser',
          ),
        `${server.url}/trpc/draft.save`,
      );
      expect(refused).toBe('refused by the browser');
      // What the browser itself says of a 404 and of a request that it did not make.
      errors.splice(0);
    } finally {
      other.close();
      other.closeAllConnections();
    }
  });
});

describe('characters that no text has', () => {
  const encoded = ['%00', '%01', '%0D%0A', '%1B', '%7F', '%C2%85', '%ED%A0%80', '%FF', '%'];
  const paths = [
    '/',
    '/search',
    '/agencies',
    '/rounds',
    '/about',
    '/sitemap.xml',
    '/robots.txt',
    '/admin/',
    '/healthz',
  ];
  const places = [
    ...paths.flatMap((path) =>
      encoded.flatMap((text) => [`${path}?q=${text}`, `${path}?q=公开${text}`, `${path}?${text}=1`]),
    ),
    ...encoded.flatMap((text) => [
      `/${text}`,
      `/agencies/${text}`,
      `/reports/${text}/2020/own`,
      `/reports/01JDEM0YX00000000000000013/${text}/own`,
      `/reports/01JDEM0YX00000000000000013/2020/own.${text}`,
      `/revisions/${text}`,
      `/rounds/${text}/2024`,
      `/search?year=${text}`,
      `/search?q=a&page=${text}`,
      `/admin/${text}`,
      `/api/v1/agencies?name=${text}`,
      `/api/v1/agencies/${text}`,
      `/api/v1/figures?cells=${text}`,
      `/api/v1/reports?after=${text}`,
      `/api/v1/revisions/${text}`,
      `/api/v1/rounds/${text}/2024`,
      `/api/auth/get-session?x=${text}`,
      `/api/auth/callback/${text}?state=${text}&code=${text}`,
      `/trpc/search.reports?input=${text}`,
      `/trpc/${text}`,
    ]),
    ...[String.raw`\u0000`, String.raw`\ud800`, String.raw`\u0007`].map(
      (text) => `/trpc/search.reports?input=${encodeURIComponent(`{"query":"公开${text}"}`)}`,
    ),
  ].map((target) => target.replaceAll('公开', encodeURIComponent('公开')));

  test('are never a fault of the server, wherever in an address they stand', async ({ server }) => {
    for (const place of places) {
      const [line = ''] = (await send(server.url, `GET ${place} HTTP/1.1`)).split('\r\n');
      expect(`${place}: ${line}`).toMatch(/: HTTP\/1\.1 [234]\d\d /);
    }
    expect(server.output()).not.toMatch(/错误|SERVER_ERROR/);
  });

  test('are found nowhere by the search', async ({ page }) => {
    const response = await page.goto('/search?q=%00');
    expect(response!.status()).toBe(200);
    expect(await page.getByText('没有找到符合条件的报告').count()).toBe(1);
  });

  test('are no fault either in cookies, headers and bodies', async ({ server }) => {
    for (const text of ['%00', '%', 'a\u0080', '\t', '"'])
      for (const path of ['/', '/admin/', '/trpc/account.me', '/api/auth/get-session', '/api/v1/agencies']) {
        const cookie = `Cookie: gongkai.session_token=${text}.${text}; gongkai.two_factor=${text}`;
        const got = await send(server.url, `GET ${path} HTTP/1.1\r\n${cookie}\r\nAuthorization: Bearer ${text}`);
        expect(`${path} ${text}: ${got}`).toMatch(/: HTTP\/1\.1 [234]\d\d /);
      }
    const bodies = ['\\u0000', '\\ud800', '\\u0001'].flatMap((text) => [
      `{"username":"a${text}b","password":"x${text}"}`,
      `{"username":"qingyuan","password":"x${text}"}`,
      `{"code":"${text}","password":"${text}","provider":"${text}","callbackURL":"${text}","query":"${text}"}`,
      `{"token":"${text}","name":"${text}","agency":{"name":"${text}"}}`,
    ]);
    const posts = [
      ...[
        'sign-in/username',
        'sign-in/social',
        'sign-out',
        'two-factor/verify-totp',
        'two-factor/verify-backup-code',
      ].map((path) => `/api/auth/${path}`),
      ...['account.claimFirst', 'draft.save', 'import.read', 'register.previewFile'].map((path) => `/trpc/${path}`),
      '/api/v1/submissions',
    ];
    for (const path of posts)
      for (const body of [...bodies, '\0', '{', '[]', '"\\u0000"', 'null', '']) {
        const answer = await fetch(server.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        expect([path, body, answer.status < 500]).toEqual([path, body, true]);
      }
    expect(server.output()).not.toMatch(/错误|SERVER_ERROR/);
  });
});
