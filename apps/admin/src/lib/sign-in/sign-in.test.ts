import { describe, expect, it } from 'vitest';
import { findServiceUrl, confirmCode, hasSession, serviceError, signIn, signOut } from './sign-in.ts';

const answering = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  (() => Promise.resolve(Response.json(body, { status, headers }))) as typeof fetch;
const fault = (words: RegExp) => ({ kind: 'fault', message: expect.stringMatching(words) });
const silent = (() => Promise.reject(new TypeError('fetch failed'))) as typeof fetch;

describe('signing in', () => {
  it('sends name and password and accepts a successful response', async () => {
    let sent: unknown;
    const request = ((path: string, init: RequestInit) => {
      sent = [path, JSON.parse(init.body as string)];
      return Promise.resolve(Response.json({ token: 't' }));
    }) as typeof fetch;
    expect(await signIn('clerk', 'Secret-1', request)).toEqual({ kind: 'in' });
    expect(sent).toEqual(['/api/auth/sign-in/username', { username: 'clerk', password: 'Secret-1' }]);
  });

  it.each([400, 401, 422])('shows its own message for status %i, not that of the library', async (status) => {
    expect(await signIn('a', 'b', answering(status, { message: 'Invalid username or password' }))).toEqual(
      fault(/^用户名或密码不对/),
    );
  });

  it('shows a message of this system, such as for a locked account', async () => {
    expect(await signIn('a', 'b', answering(403, { message: '账号已锁定' }))).toEqual(fault(/^账号已锁定$/));
  });

  it('states the time to wait after too many attempts', async () => {
    expect(await signIn('a', 'b', answering(429, {}, { 'x-retry-after': '30' }))).toEqual(fault(/30 秒/));
    expect(await signIn('a', 'b', answering(429))).toEqual(fault(/稍后再试/));
  });

  it('distinguishes a server error from an unreachable server', async () => {
    expect(await signIn('a', 'b', answering(500))).toEqual(fault(/服务器出错/));
    expect(await signIn('a', 'b', answering(503))).toEqual(fault(/暂时不能办理/));
    expect(await signIn('a', 'b', silent)).toEqual(fault(/没有连上服务器/));
  });
});

it('asks for the second step of an account that has one, and distinguishes its two kinds of codes', async () => {
  expect(await signIn('a', 'b', answering(200, { twoFactorRedirect: true }))).toEqual({ kind: 'secondStep' });
  const asked: string[] = [];
  const request = ((path: string, init: RequestInit) => {
    asked.push(`${path} ${(JSON.parse(init.body as string) as { code: string }).code}`);
    return Promise.resolve(Response.json({}));
  }) as typeof fetch;
  await confirmCode('123 456', request);
  await confirmCode('abcde-FGHIJ', request);
  expect(asked).toEqual([
    '/api/auth/two-factor/verify-totp 123456',
    '/api/auth/two-factor/verify-backup-code abcde-FGHIJ',
  ]);
  expect(await confirmCode('123456', answering(401, { message: 'Invalid code' }))).toEqual(fault(/验证码不对/));
});

it('finds the address of the office’s single sign-on service, and states why signing in failed', async () => {
  expect(await findServiceUrl(answering(200, { url: 'https://sso.example/x' }))).toBe('https://sso.example/x');
  expect(await findServiceUrl(silent)).toBeUndefined();
  expect(serviceError('')).toBeUndefined();
  expect(serviceError('?error=email_not_found')).toContain('没有对应的账号');
  expect(serviceError('?error=account_disabled')).toContain('已停用');
  expect(serviceError('?error=state_mismatch')).toContain('再试一次');
});

it('reports whether signing out succeeded', async () => {
  expect(await signOut(answering(200))).toBe(true);
  expect(await signOut(answering(500))).toBe(false);
  expect(await signOut(silent)).toBe(false);
});

it('assumes a session unless the server denies it', async () => {
  expect(await hasSession(answering(200, null))).toBe(false);
  expect(await hasSession(answering(200, { session: {}, user: {} }))).toBe(true);
  expect(await hasSession(answering(503))).toBe(true);
  expect(await hasSession(silent)).toBe(true);
});
