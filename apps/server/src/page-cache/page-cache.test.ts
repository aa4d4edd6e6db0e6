import { describe, expect, it, vi } from 'vitest';
import { CachedResponse } from '../http/response/cached-response.ts';
import type { PageAddress } from './page-address.ts';
import { PageCache } from './page-cache.ts';

const page = (text: string, status = 200, headers: Record<string, string> = {}) =>
  new CachedResponse(status, { 'content-type': 'text/html', ...headers }, Buffer.from(text));

function setUp(render: (key: string) => Promise<CachedResponse>, limit?: number) {
  let version = '1';
  const rendered = vi.fn(render);
  const cache = new PageCache({ version: async () => version, render: rendered, ...(limit && { limit }) });
  const read = async (address: string, store: PageAddress['store'] = 'pages') =>
    (await cache.get({ address, store, dependency: { type: 'publications' } })).body.toString();
  return { rendered, read, publish: () => (version += '1') };
}

describe('the page cache', () => {
  it('renders a page once', async () => {
    const { read, rendered } = setUp(async (key) => page(key));
    expect([await read('/a'), await read('/a'), await read('/b')]).toEqual(['/a', '/a', '/b']);
    expect(rendered).toHaveBeenCalledTimes(2);
  });

  it('renders a page once for concurrent requests', async () => {
    const { read, rendered } = setUp(async (key) => page(key));
    await Promise.all([read('/a'), read('/a'), read('/a')]);
    expect(rendered).toHaveBeenCalledTimes(1);
  });

  it('renders a page again after a publication', async () => {
    let text = 'before';
    const { read, publish } = setUp(async () => page(text));
    await read('/a');
    text = 'after';
    expect(await read('/a')).toBe('before');
    publish();
    expect(await read('/a')).toBe('after');
  });

  it('does not keep a page whose render began before a publication and ended after it', async () => {
    const renders: PromiseWithResolvers<CachedResponse>[] = [];
    const { read, publish } = setUp(() => {
      renders.push(Promise.withResolvers<CachedResponse>());
      return renders.at(-1)!.promise;
    });
    const early = read('/a');
    await expect.poll(() => renders).toHaveLength(1);
    publish();
    const late = read('/a');
    await expect.poll(() => renders).toHaveLength(2);
    renders[1]!.resolve(page('after'));
    renders[0]!.resolve(page('before'));
    expect([await early, await late, await read('/a')]).toEqual(['before', 'after', 'after']);
  });

  it.each([
    ['an error of the server', page('broken', 500)],
    ['what is not there', page('没有找到', 404)],
    ['what leads elsewhere', page('', 308, { location: '/about' })],
    ['what sets a cookie', page('mine', 200, { 'set-cookie': 'a=1' })],
    ['what says it is private', page('mine', 200, { 'cache-control': 'private, max-age=9' })],
    ['what says it is not to be stored', page('mine', 200, { 'cache-control': 'no-store' })],
  ])('does not keep %s', async (_name, answer) => {
    const { read, rendered } = setUp(async () => answer);
    await read('/a');
    await read('/a');
    expect(rendered).toHaveBeenCalledTimes(2);
  });

  it('does not keep what is another way to write an address', async () => {
    const { read, rendered } = setUp(async (key) => page(key));
    await read('/%61', 'none');
    await read('/%61', 'none');
    expect(rendered).toHaveBeenCalledTimes(2);
  });

  it('retries a render that failed', async () => {
    let fails = true;
    const { read } = setUp(async (key) => {
      if (fails) throw new Error('no database');
      return page(key);
    });
    await expect(read('/a')).rejects.toThrow('no database');
    fails = false;
    expect(await read('/a')).toBe('/a');
  });

  it('keeps no more than it has room for, of what has no body too', async () => {
    const { read, rendered } = setUp(async () => page('', 200, { link: 'x'.repeat(1_000) }), 20_000);
    for (const key of ['/a', '/b', '/c', '/a']) await read(key);
    expect(rendered).toHaveBeenCalledTimes(3);
    for (const key of ['/d', '/a']) await read(key.padEnd(3_000, 'x'));
    await read('/b');
    expect(rendered).toHaveBeenCalledTimes(6);
  });

  it('keeps its own pages whatever readers look for', async () => {
    const { read, rendered } = setUp(async (key) => page(key.padEnd(1_000)), 50_000);
    await read('/a');
    for (let at = 0; at < 100; at += 1) await read(`/search?q=${at}`, 'queries');
    expect(rendered).toHaveBeenCalledTimes(101);
    await read('/a');
    await read('/search?q=99', 'queries');
    expect(rendered).toHaveBeenCalledTimes(101);
    await read('/search?q=0', 'queries');
    expect(rendered).toHaveBeenCalledTimes(102);
  });
});
