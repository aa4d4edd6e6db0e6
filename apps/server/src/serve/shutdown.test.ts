import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { drain } from './shutdown.ts';

it('lets a request under way end, and takes no new one', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const server = createServer((_request, response) => void released.then(() => response.end('all of it')));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const asked = once(server, 'request');
  const underWay = fetch(url);
  await asked;

  let drained = false;
  const draining = drain(server).then(() => (drained = true));
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  expect(drained).toBe(false);
  release();
  expect(await (await underWay).text()).toBe('all of it');
  await draining;
});
