import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CachedResponse, type RequestConditions } from './cached-response.ts';

const text = '公开年报'.repeat(500);
const page = () => new CachedResponse(200, { 'content-type': 'text/html; charset=utf-8' }, Buffer.from(text));
const asked = (changes: Partial<RequestConditions> = {}): RequestConditions => ({
  method: 'GET',
  acceptEncoding: undefined,
  ifNoneMatch: undefined,
  ...changes,
});

describe('a resource', () => {
  it('is given plain, by brotli or by gzip, as asked', async () => {
    const resource = page();
    const plain = await resource.answer(asked());
    const br = await resource.answer(asked({ acceptEncoding: 'br' }));
    const gzip = await resource.answer(asked({ acceptEncoding: 'gzip' }));
    expect(plain.body?.toString()).toBe(text);
    expect(brotliDecompressSync(br.body!).toString()).toBe(text);
    expect(gunzipSync(gzip.body!).toString()).toBe(text);
    expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect(br.headers['content-length']).toBe(String(br.body!.length));
    expect(br.headers['vary']).toBe('accept-encoding');
  });

  it('has a strong tag of its own for each form, the same for the same bytes', async () => {
    const tags = async (resource: CachedResponse) =>
      Promise.all(
        [undefined, 'br', 'gzip'].map(
          async (acceptEncoding) => (await resource.answer(asked({ acceptEncoding }))).headers['etag'],
        ),
      );
    const first = await tags(page());
    expect(new Set(first).size).toBe(3);
    expect(first.every((tag) => /^"[\w.-]+"$/.test(tag!))).toBe(true);
    expect(await tags(page())).toEqual(first);
  });

  it('is not sent again to who has it in that form', async () => {
    const resource = page();
    const { etag } = (await resource.answer(asked({ acceptEncoding: 'br' }))).headers;
    const again = await resource.answer(asked({ acceptEncoding: 'br', ifNoneMatch: `"x", W/${etag}` }));
    expect(again).toEqual({ status: 304, headers: { etag, vary: 'accept-encoding' } });
    expect(await resource.answer(asked({ ifNoneMatch: etag }))).toHaveProperty('status', 200);
  });

  it('answers HEAD with the length and no body', async () => {
    const head = await page().answer(asked({ method: 'HEAD' }));
    expect(head.body).toBeUndefined();
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(text)));
  });

  it('keeps the tag that it was given', async () => {
    const resource = new CachedResponse(200, { etag: '"abc.csv"', 'content-type': 'text/csv' }, Buffer.from('a'));
    expect((await resource.answer(asked())).headers['etag']).toBe('"abc.csv"');
  });

  it('does not compress what is small or compressed already', async () => {
    const small = new CachedResponse(200, { 'content-type': 'text/html' }, Buffer.from('a'));
    const image = new CachedResponse(200, { 'content-type': 'image/png' }, Buffer.alloc(5_000));
    for (const resource of [small, image])
      expect((await resource.answer(asked({ acceptEncoding: 'br' }))).headers).not.toHaveProperty('content-encoding');
  });

  it('says not modified of successes only', async () => {
    const missing = new CachedResponse(404, { 'content-type': 'text/html' }, Buffer.from('没有'));
    expect((await missing.answer(asked({ ifNoneMatch: '*' }))).status).toBe(404);
  });
});
