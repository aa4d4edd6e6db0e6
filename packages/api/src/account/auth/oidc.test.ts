import { engines } from '@gongkai/db/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { origin } from '../../testing/browser.ts';
import { client, startProvider } from '../../testing/openid-provider.ts';
import { openSignIn, type Browser, type SignInWorld } from '../../testing/sign-in.ts';

describe.each(engines)('signing in by the office’s own service on %s', (engine) => {
  let fixture: SignInWorld;
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let browser: () => Browser;

  const processBy = (claim: string) =>
    fixture.startProcess({
      policy: { secondFactorRequired: true },
      oidc: { issuer: provider.issuer, clientId: client.id, clientSecret: client.secret, name: '统一身份认证', claim },
    });
  beforeAll(async () => {
    fixture = await openSignIn(engine);
  });
  beforeEach(async () => {
    provider = await startProvider();
    ({ browser } = processBy('preferred_username'));
  });
  afterEach(() => provider.stop());
  afterAll(() => fixture.close());

  /** Follows the redirects to the provider and back. @returns the final address of the browser */
  const goRound = async (his: Browser) => {
    const start = await his.post('/sign-in/social', { provider: 'office', callbackURL: '/admin/' });
    const { url } = (await start.json()) as { url: string };
    const sentBack = await fetch(url, { redirect: 'manual' });
    const end = await his.get(sentBack.headers.get('location')!);
    return new URL(end.headers.get('location')!, origin);
  };
  const count = async (table: string) =>
    Number((await fixture.database.pool.query(`select count(*) from "${table}"`)).rows[0].count);

  test('signs in a user whom the service knows by user name, without our password and second factor', async () => {
    const { id, username } = await fixture.someone();
    provider.claims = { sub: id, preferred_username: username.toUpperCase(), email: 'elsewhere@example.com' };
    const his = browser();
    expect((await goRound(his)).pathname).toBe('/admin/');
    const { user } = await his.context();
    expect(user).toMatchObject({ userId: id, session: { method: 'oidc' } });
    expect(user).not.toHaveProperty('pending');
    expect((await goRound(browser())).search).toBe('');
    const { lines } = await fixture.services.audit.list({ action: 'account.signIn', username, limit: 10 });
    expect(lines).toMatchObject([{ username, outcome: 'ok', after: '{"method":"oidc"}' }, { username }]);
  });

  test('signs in a user whom the service knows by the e-mail address of the account', async () => {
    const { id } = await fixture.someone();
    const keeper = (await fixture.signInOnDuty('安全管理员', 'securityAdministrator')).user!;
    await fixture.services.account.update(keeper, { id, name: '填报人', email: 'Clerk@example.gov.cn' });
    provider.claims = { sub: id, email: 'clerk@example.gov.cn' };
    const his = processBy('email').browser();
    await goRound(his);
    expect((await his.context()).user).toMatchObject({ userId: id });
  });

  test('asks the service for what the token does not tell, about the same person alone', async () => {
    const { id, username } = await fixture.someone();
    provider.claims = { sub: id };
    provider.beside = { preferred_username: username };
    const his = browser();
    await goRound(his);
    expect((await his.context()).user).toMatchObject({ userId: id });
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
    await fixture.someone();
    const [users, accounts] = [await count('user'), await count('account')];
    provider.claims = claims;
    const his = browser();
    expect((await goRound(his)).searchParams.get('error')).toBe('email_not_found');
    expect((await his.context()).user).toBeUndefined();
    expect([await count('user'), await count('account')]).toEqual([users, accounts]);
  });

  test('refuses a user whose account is disabled', async () => {
    const { id, username } = await fixture.someone();
    const keeper = (await fixture.signInOnDuty('安全管理员', 'securityAdministrator')).user!;
    await fixture.services.account.disable(keeper, { id });
    provider.claims = { sub: id, preferred_username: username };
    const his = browser();
    expect((await goRound(his)).searchParams.get('error')).toBe('account_disabled');
    expect((await his.context()).user).toBeUndefined();
  });

  test('believes no token that the service did not sign, and no answer that was not asked for', async () => {
    const { id, username } = await fixture.someone();
    provider.claims = { sub: id, preferred_username: username };
    const his = browser();
    const stray = await his.get(`${origin}/api/auth/callback/office?code=abc&state=xyz`);
    expect(new URL(stray.headers.get('location')!).searchParams.get('error')).toBeTruthy();
    await provider.forge();
    expect((await goRound(his)).searchParams.get('error')).toBeTruthy();
    expect((await his.context()).user).toBeUndefined();
  });
});
