import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { StartupListener } from './startup-listener.ts';
import { createHttpServer } from './http-server.ts';

async function startServer() {
  const startupListener = new StartupListener();
  const server = createHttpServer(startupListener.listener, { origin: undefined, basePath: '' });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, init: RequestInit = {}) => fetch(site + path, init);
  return { startupListener, ask };
}

it('lets requests wait for a site that is starting, with what they sent', async () => {
  const { startupListener, ask } = await startServer();
  const sent = ask('/trpc/draft.save', { method: 'POST', body: 'x'.repeat(100_000) });
  const read = ask('/agencies');
  await sleep(200);
  startupListener.open((request, response) => {
    let bytes = 0;
    if (request.method === 'GET') return response.end(request.url);
    request.on('data', (chunk: Buffer) => (bytes += chunk.length)).on('end', () => response.end(String(bytes)));
    return undefined;
  });
  expect([await (await sent).text(), await (await read).text()]).toEqual(['100000', '/agencies']);
});

it('answers who watches over the process at once, and everybody where the start takes long', async () => {
  const { startupListener, ask } = await startServer();
  expect([(await ask('/healthz')).status, (await ask('/readyz/public')).status]).toEqual([200, 503]);
  const early = ask('/');
  await sleep(200);
  startupListener.expectDelay();
  const [first, second] = [await early, await ask('/api/v1/reports')];
  expect([first.status, first.headers.get('connection'), second.status]).toEqual([503, 'close', 503]);
  expect(await second.json()).toMatchObject({ code: 'unavailable' });
});

it('forgets who went away, and goes on with each request once', async () => {
  const { startupListener, ask } = await startServer();
  const leaving = new AbortController();
  const gone = ask('/gone', { signal: leaving.signal }).catch(() => 'gone');
  const staying = ask('/staying');
  await sleep(200);
  leaving.abort();
  expect(await gone).toBe('gone');
  await sleep(200);
  const asked: string[] = [];
  startupListener.open(({ url }, response) => {
    asked.push(url!);
    response.end();
  });
  await (await staying).text();
  await sleep(100);
  expect(asked).toEqual(['/staying']);
});
