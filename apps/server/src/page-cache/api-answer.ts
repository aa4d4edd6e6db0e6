import { isStreamed } from '@gongkai/api';
import type { Hono } from 'hono';
import { Resource } from '../http/resource.ts';

/** Whether what is asked for is an answer of the open API that is kept for all who ask the same. */
export function isKeptAnswer(method: string, url: string): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || !/^\/api\/v1(\/|\?|$)/.test(url)) return false;
  // To look for the word, which may be encoded, costs next to nothing; to read all parameters does not.
  const search = url.split('?', 2)[1];
  return !search || !/format|%/i.test(search) || !isStreamed(new URLSearchParams(search));
}

/** Has the app answer at an address, without anything of the reader's own request. */
export async function drawAnswer(app: Hono, address: URL): Promise<Resource> {
  const answer = await app.fetch(new Request(address));
  return new Resource(answer.status, Object.fromEntries(answer.headers), Buffer.from(await answer.arrayBuffer()));
}
