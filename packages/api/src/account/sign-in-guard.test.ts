import { engines } from '@gongkai/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser, origin } from '../testing/browser.ts';
import { failureOf, openWorld, testPassword, type World } from '../testing/world.ts';
import { createAuth, type Auth } from './auth.ts';
import type { SignInPolicy } from './policy.ts';

const wrong = 'Wrong-pass-1';
const minute = 60_000;
const day = 24 * 60 * minute;

describe.each(engines)('the rules of signing in on %s', (engine) => {
  let world: World;
  let auth: Auth;
  let passed = 0;

  const clock = () => new Date(Date.now() + passed);
  const open = async (signIn: Partial<SignInPolicy> = {}) => {
    world = await openWorld(engine, { clock, signIn });
    auth = authOf(signIn);
  };
  const authOf = (policy: Partial<SignInPolicy> = {}) =>
    createAuth({
      database: world.database.db,
      secret: 'only for tests, and long enough for it',
      origin,
      policy,
      clock,
    });
  beforeEach(() => {
    passed = 0;
    return open();
  });
  afterEach(() => world.close());

  const browser = (by = auth) => openBrowser(by, world.services);
  const someone = async () => {
    const { userId: id, username } = (await world.signIn('填报人', { agencyId: world.agencies.town, role: 'drafter' }))
      .user!;
    return { id, username };
  };
  const keeper = async () => {
    const { username } = (await world.signInOnDuty('安全管理员', 'securityAdministrator')).user!;
    const his = browser();
    await his.signIn(username);
    return his.caller();
  };
  const lines = async (action: string) =>
    (await world.services.audit.list({ action, limit: 100 })).lines.map(({ outcome, username, address }) => ({
      outcome,
      username,
      address,
    }));
  const times = async (number: number, work: () => Promise<string>) => {
    const outcomes: string[] = [];
    for (let count = 0; count < number; count++) outcomes.push(await work());
    return outcomes;
  };

  describe('lock-out', () => {
    const four = Array.from({ length: 4 }, () => 'sign_in_failed');

    test('comes with the fifth failure, ends all sessions, and ends by itself', async () => {
      const { username } = await someone();
      const before = browser();
      expect(await before.signIn(username)).toBe('ok');
      const other = browser();
      expect(await times(6, () => other.signIn(username, wrong))).toEqual([
        ...four,
        'account_locked',
        'account_locked',
      ]);
      expect((await before.context()).user).toBeUndefined();
      expect(await other.signIn(username)).toBe('account_locked');
      passed = 14 * minute;
      expect(await other.signIn(username)).toBe('account_locked');
      passed = 16 * minute;
      expect(await other.signIn(username)).toBe('ok');
      expect(await lines('account.lock')).toEqual([{ outcome: 'account_locked', username, address: other.address }]);
    });

    test('tells nothing about who there is', async () => {
      const { username } = await someone();
      const [known, unknown] = [browser(), browser()];
      expect(await times(7, () => known.signIn(username, wrong))).toEqual(
        await times(7, () => unknown.signIn('nobody', wrong)),
      );
    });

    test('does not come where one gets in at the fifth try, which starts the count anew', async () => {
      const { username } = await someone();
      const his = browser();
      await times(4, () => his.signIn(username, wrong));
      expect(await his.signIn(username)).toBe('ok');
      expect((await his.context()).user).toMatchObject({ username });
      expect(await times(4, () => his.signIn(username, wrong))).toEqual(four);
    });

    test('holds for many tries at once: no more than five are looked at', async () => {
      const { username } = await someone();
      const tries = Array.from({ length: 12 }, () => browser().signIn(username, wrong));
      const outcomes = await Promise.all(tries);
      expect(outcomes.filter((outcome) => outcome === 'sign_in_failed')).toHaveLength(4);
      expect(outcomes.filter((outcome) => outcome === 'account_locked')).toHaveLength(8);
      expect(await lines('account.lock')).toHaveLength(1);
    });

    test('lets one of two in at once at the fifth failure, or none', async () => {
      const { username } = await someone();
      await times(4, () => browser().signIn(username, wrong));
      const outcomes = await Promise.all([browser().signIn(username, wrong), browser().signIn(username, wrong)]);
      expect(outcomes).toEqual(['account_locked', 'account_locked']);
      expect(await browser().signIn(username)).toBe('account_locked');
    });

    test('holds in another process, and after a restart', async () => {
      const { username } = await someone();
      await times(3, () => browser().signIn(username, wrong));
      const elsewhere = authOf();
      await times(2, () => browser(elsewhere).signIn(username, wrong));
      expect(await browser(authOf()).signIn(username)).toBe('account_locked');
    });

    test('is ended by the security administrator', async () => {
      const { id, username } = await someone();
      await times(5, () => browser().signIn(username, wrong));
      const security = await keeper();
      expect((await security.account.list({ state: 'locked' })).accounts).toMatchObject([{ id, state: 'locked' }]);
      await security.account.unlock({ id });
      expect(await browser().signIn(username)).toBe('ok');
    });

    test('forgets failures of the day before', async () => {
      const { username } = await someone();
      await times(4, () => browser().signIn(username, wrong));
      passed = 25 * 60 * minute;
      expect(await times(4, () => browser().signIn(username, wrong))).toEqual(four);
    });

    test('counts wrong guesses at the password of somebody who is signed in', async () => {
      const { username } = await someone();
      const his = browser();
      await his.signIn(username);
      const caller = await his.caller();
      const guess = () =>
        failureOf(caller.account.changePassword({ current: wrong, password: 'Another-one-2' })).then(
          ({ code }) => code,
        );
      expect(await times(5, guess)).toEqual([...Array.from({ length: 4 }, () => 'wrong_password'), 'account_locked']);
      expect((await his.context()).user).toBeUndefined();
    });
  });

  describe('a password', () => {
    const change = async (his: ReturnType<typeof browser>, current: string, password: string) =>
      (await his.caller()).account.changePassword({ current, password });

    test('that was given must be changed before anything else', async () => {
      const { id, username } = await someone();
      const { password } = await (await keeper()).account.resetPassword({ id });
      const his = browser();
      expect(await his.signIn(username)).toBe('sign_in_failed');
      expect(await his.signIn(username, password)).toBe('ok');
      const caller = await his.caller();
      expect(await failureOf(caller.draft.list())).toMatchObject({ code: 'must_change_password' });
      expect(await failureOf(caller.account.sessions())).toMatchObject({ code: 'must_change_password' });
      await change(his, password, 'Another-one-2');
      expect(await (await his.caller()).draft.list()).toEqual([]);
    });

    test('does for ninety days', async () => {
      const { username } = await someone();
      passed = 89 * day;
      const his = browser();
      await his.signIn(username);
      expect((await his.context()).user).not.toHaveProperty('pending');
      passed = 91 * day;
      const later = browser();
      await later.signIn(username);
      expect((await later.context()).user).toMatchObject({ pending: 'changePassword' });
    });

    // Every password that is looked at takes its time, as it should.
    test('is none of the last five, and weak ones are refused', async () => {
      const { username } = await someone();
      const his = browser();
      await his.signIn(username);
      const passwords = [testPassword, ...[1, 2, 3, 4, 5].map((number) => `Password-${number}`)];
      for (const [index, next] of passwords.slice(1).entries()) {
        passed += minute;
        await change(his, passwords[index]!, next);
      }
      const refused = async (next: string) => (await failureOf(change(his, passwords[5]!, next))).code;
      for (const former of passwords.slice(1)) expect(await refused(former)).toBe('password_reused');
      expect(await refused('12345678')).toBe('invalid_input');
      await change(his, passwords[5]!, testPassword);
    }, 180_000);

    test('that is changed ends the other sessions, not the one at work', async () => {
      const { username } = await someone();
      const [here, there] = [browser(), browser()];
      await here.signIn(username);
      await there.signIn(username);
      await change(here, testPassword, 'Another-one-2');
      expect((await here.context()).user).toMatchObject({ username });
      expect((await there.context()).user).toBeUndefined();
    });
  });

  describe('a session', () => {
    test('ends after half an hour without work, and is kept by work', async () => {
      const { username } = await someone();
      const his = browser();
      await his.signIn(username);
      for (const minutes of [25, 50, 75]) {
        passed = minutes * minute;
        expect((await his.context()).user).toMatchObject({ username });
      }
      passed = 106 * minute;
      expect((await his.context()).user).toBeUndefined();
      expect(await lines('account.idle')).toHaveLength(1);
    });

    test('does not last beyond half a day, however much it is used', async () => {
      const { username } = await someone();
      const his = browser();
      await his.signIn(username);
      const { rows } = await world.database.pool.query(
        'select extract(epoch from expires_at - created_at)::int as seconds from session where user_id = $1',
        [(await his.context()).user!.userId],
      );
      expect(rows[0].seconds / 3600).toBeCloseTo(12, 2);
    });

    test('is listed with its device and address, and ended, one or all others', async () => {
      const { username } = await someone();
      const [here, there, third] = [browser(), browser(), browser()];
      for (const each of [here, there, third]) await each.signIn(username);
      const caller = await here.caller();
      const sessions = await caller.account.sessions();
      expect(sessions.map(({ address }) => address).sort()).toEqual([here, there, third].map((each) => each.address));
      expect(sessions.filter(({ current }) => current)).toMatchObject([{ address: here.address, method: 'password' }]);
      expect(JSON.stringify(sessions)).not.toContain('token');

      await caller.account.endSession({ id: sessions.find(({ address }) => address === there.address)!.id });
      expect((await there.context()).user).toBeUndefined();
      expect((await third.context()).user).toBeDefined();
      await caller.account.endOtherSessions();
      expect((await third.context()).user).toBeUndefined();
      expect((await here.context()).user).toBeDefined();
    });

    test('of somebody else cannot be ended', async () => {
      const [one, two] = [await someone(), await someone()];
      const [his, hers] = [browser(), browser()];
      await his.signIn(one.username);
      await hers.signIn(two.username);
      const [session] = await (await hers.caller()).account.sessions();
      const refused = (await his.caller()).account.endSession({ id: session!.id });
      expect(await failureOf(refused)).toMatchObject({ code: 'not_found' });
      expect((await hers.context()).user).toBeDefined();
    });

    test('ends at once where the account is disabled, which then lets nobody in', async () => {
      const { id, username } = await someone();
      const his = browser();
      await his.signIn(username);
      await (await keeper()).account.disable({ id });
      expect((await his.context()).user).toBeUndefined();
      expect(await his.signIn(username)).toBe('account_disabled');
      expect(await his.signIn(username, wrong)).toBe('sign_in_failed');
    });
  });

  test('every way in and out stands in the audit trail, with where it came from, and never a password', async () => {
    const { username } = await someone();
    const his = browser();
    await his.signIn(username, wrong);
    await his.signIn(username);
    await his.outcome('/sign-out', {});
    await his.outcome('/sign-in/username', { username: 'My Secret 1', password: 'x' });
    const { address } = his;
    expect(await lines('account.sign')).toEqual([
      { outcome: 'sign_in_failed', username: null, address },
      { outcome: 'ok', username, address },
      { outcome: 'ok', username, address },
      { outcome: 'sign_in_failed', username, address },
    ]);
    const all = await world.services.audit.list({ limit: 100 });
    for (const secret of [wrong, testPassword, 'My Secret 1']) expect(JSON.stringify(all)).not.toContain(secret);
  });
});
