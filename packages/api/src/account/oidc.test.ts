import { engines } from '@gongkai/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser, origin } from '../testing/browser.ts';
import { client, startProvider } from '../testing/openid-provider.ts';
import { openWorld, type World } from '../testing/world.ts';
import { createAuth, type Auth } from './auth.ts';

describe.each(engines)('signing in by the office’s own service on %s', (engine) => {
  let world: World;
  let auth: Auth;
  let provider: Awaited<ReturnType<typeof startProvider>>;

  const authBy = (claim: string) =>
    createAuth({
      database: world.database.db,
      secret: 'only for tests, and long enough for the library',
      origin,
      policy: { secondFactorRequired: true },
      oidc: { issuer: provider.issuer, clientId: client.id, clientSecret: client.secret, name: '统一身份认证', claim },
    });
  beforeEach(async () => {
    provider = await startProvider();
    world = await openWorld(engine, { clock: () => new Date(), signIn: { secondFactorRequired: true } });
    auth = authBy('preferred_username');
  });
  afterEach(async () => {
    await world.close();
    await provider.stop();
  });

  /** The whole way there and back. @returns where the browser ends up */
  const goRound = async (his: ReturnType<typeof openBrowser>) => {
    const start = await his.post('/sign-in/social', { provider: 'office', callbackURL: '/admin/' });
    const { url } = (await start.json()) as { url: string };
    const sentBack = await fetch(url, { redirect: 'manual' });
    const end = await his.get(sentBack.headers.get('location')!);
    return new URL(end.headers.get('location')!, origin);
  };
  const someone = async () => (await world.signIn('填报人')).user!;
  const browser = (by = auth) => openBrowser(by, world.services);
  const count = async (table: string) =>
    Number((await world.database.pool.query(`select count(*) from "${table}"`)).rows[0].count);

  test('lets in whom the service knows by user name, without our password and second factor', async () => {
    const { userId, username } = await someone();
    provider.claims = { sub: 'person-1', preferred_username: username.toUpperCase(), email: 'elsewhere@example.com' };
    const his = browser();
    expect((await goRound(his)).pathname).toBe('/admin/');
    const { user } = await his.context();
    expect(user).toMatchObject({ userId, session: { method: 'oidc' } });
    expect(user).not.toHaveProperty('pending');
    expect((await goRound(browser())).search).toBe('');
    const { lines } = await world.services.audit.list({ action: 'account.signIn', limit: 10 });
    expect(lines).toMatchObject([{ username, outcome: 'ok', after: '{"method":"oidc"}' }, { username }]);
  });

  test('lets in whom the service knows by the address that the account was given', async () => {
    const { userId } = await someone();
    const keeper = (await world.signInOnDuty('安全管理员', 'securityAdministrator')).user!;
    await world.services.account.update(keeper, { id: userId, name: '填报人', email: 'Clerk@example.gov.cn' });
    provider.claims = { sub: 'person-1', email: 'clerk@example.gov.cn' };
    const his = browser(authBy('email'));
    await goRound(his);
    expect((await his.context()).user).toMatchObject({ userId });
  });

  test('asks the service for what the token does not tell, about the same person alone', async () => {
    const { userId, username } = await someone();
    provider.claims = { sub: 'person-1' };
    provider.beside = { preferred_username: username };
    const his = browser();
    await goRound(his);
    expect((await his.context()).user).toMatchObject({ userId });
    provider.beside = { sub: 'person-2', preferred_username: username };
    const other = browser();
    expect((await goRound(other)).searchParams.get('error')).toBeTruthy();
    expect((await other.context()).user).toBeUndefined();
  });

  test.each([
    ['a stranger', { sub: 'x', preferred_username: 'stranger', email: 'stranger@example.com' }],
    ['somebody with the address alone', { sub: 'x', email: 'clerk1@localhost' }],
    ['nobody in particular', { sub: 'x', preferred_username: '' }],
  ])('never makes an account, for %s', async (_name, claims) => {
    await someone();
    const [users, accounts] = [await count('user'), await count('account')];
    provider.claims = claims;
    const his = browser();
    expect((await goRound(his)).searchParams.get('error')).toBe('email_not_found');
    expect((await his.context()).user).toBeUndefined();
    expect([await count('user'), await count('account')]).toEqual([users, accounts]);
  });

  test('lets nobody in whose account is disabled', async () => {
    const { userId: id, username } = await someone();
    const keeper = (await world.signInOnDuty('安全管理员', 'securityAdministrator')).user!;
    await world.services.account.disable(keeper, { id });
    provider.claims = { sub: 'person-1', preferred_username: username };
    const his = browser();
    expect((await goRound(his)).searchParams.get('error')).toBe('account_disabled');
    expect((await his.context()).user).toBeUndefined();
  });

  test('believes no token that the service did not sign, and no answer that was not asked for', async () => {
    const { username } = await someone();
    provider.claims = { sub: 'person-1', preferred_username: username };
    const his = browser();
    const stray = await his.get(`${origin}/api/auth/callback/office?code=abc&state=xyz`);
    expect(new URL(stray.headers.get('location')!).searchParams.get('error')).toBeTruthy();
    await provider.forge();
    expect((await goRound(his)).searchParams.get('error')).toBeTruthy();
    expect((await his.context()).user).toBeUndefined();
  });
});
