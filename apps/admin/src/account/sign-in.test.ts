import { describe, expect, it } from 'vitest';
import { hasSession, signIn, signOut } from './sign-in.ts';

const answering = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  (() => Promise.resolve(Response.json(body, { status, headers }))) as typeof fetch;
const silent = (() => Promise.reject(new TypeError('fetch failed'))) as typeof fetch;

describe('signing in', () => {
  it('sends name and password and finds no fault in a welcome', async () => {
    let sent: unknown;
    const request = ((path: string, init: RequestInit) => {
      sent = [path, JSON.parse(init.body as string)];
      return Promise.resolve(Response.json({ token: 't' }));
    }) as typeof fetch;
    expect(await signIn('clerk', 'Secret-1', request)).toBeUndefined();
    expect(sent).toEqual(['/api/auth/sign-in/username', { username: 'clerk', password: 'Secret-1' }]);
  });

  it.each([400, 401, 422])('answers %i in words of its own, not the library’s', async (status) => {
    expect(await signIn('a', 'b', answering(status, { message: 'Invalid username or password' }))).toMatch(
      /^用户名或密码不对/,
    );
  });

  it('passes on what this system says, such as of a locked account', async () => {
    expect(await signIn('a', 'b', answering(403, { message: '账号已锁定' }))).toBe('账号已锁定');
  });

  it('tells how long to wait after too many tries', async () => {
    expect(await signIn('a', 'b', answering(429, {}, { 'x-retry-after': '30' }))).toContain('30 秒');
    expect(await signIn('a', 'b', answering(429))).toContain('稍后再试');
  });

  it('tells a broken server and a missing one apart', async () => {
    expect(await signIn('a', 'b', answering(500))).toContain('系统出错');
    expect(await signIn('a', 'b', silent)).toContain('没有连上服务器');
  });
});

it('knows whether signing out worked', async () => {
  expect(await signOut(answering(200))).toBe(true);
  expect(await signOut(answering(500))).toBe(false);
  expect(await signOut(silent)).toBe(false);
});

it('takes nobody for signed out but by the server’s word', async () => {
  expect(await hasSession(answering(200, null))).toBe(false);
  expect(await hasSession(answering(200, { session: {}, user: {} }))).toBe(true);
  expect(await hasSession(answering(503))).toBe(true);
  expect(await hasSession(silent)).toBe(true);
});
