import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from '../server/http-server.ts';

/** Answers with the requested URL. */
const echo: RequestListener = ({ url }, response) => response.end(url);
const server = createHttpServer(echo, { origin: 'https://www.example.gov.cn', basePath: '/bu/nianbao' });

beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => server.close());

describe('a server below a sub-path', () => {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { redirect: 'manual', ...init });

  it.each([
    ['/bu/nianbao/', '/'],
    ['/bu/nianbao/reports?x=/bu/nianbao/', '/reports?x=/bu/nianbao/'],
    ['/bu/nianbao/bu/nianbao/', '/bu/nianbao/'],
    // The gateway has already removed the sub-path, or a load balancer requests the health of the process.
    ['/reports?x=1', '/reports?x=1'],
    ['/readyz', '/readyz'],
    ['/bu', '/bu'],
    ['/bu/nianbaobiao', '/bu/nianbaobiao'],
  ])('is asked for %s and answers %s', async (asked, answered) => {
    expect(await (await ask(asked)).text()).toBe(answered);
  });

  it.each(['', '?x=1'])('sends who asks for the sub-path%s to where relative links hold', async (query) => {
    const answer = await ask(`/bu/nianbao${query}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, `/bu/nianbao/${query}`]);
  });

  it('refuses by the path behind it: as JSON what belongs to the open API', async () => {
    const answer = await ask('/bu/nianbao/api/v1/reports', { headers: { 'x-long': 'x'.repeat(40_000) } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([431, 'application/json; charset=utf-8']);
  });
});
