import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSignIn, type SignInWorld } from '../../testing/sign-in.ts';
import type { ApiError } from '../../common/errors.ts';
import { failureOf, testPassword } from '../../testing/county-fixture.ts';
import { startAttempt } from './login-attempts.ts';

const wrong = 'Wrong-pass-1';
const minute = 60_000;

describe.each(engines)('lock-out on %s', (engine) => {
  let fixture: SignInWorld;

  beforeAll(async () => {
    fixture = await openSignIn(engine);
  });
  beforeEach(() => fixture.letPass(0));
  afterAll(() => fixture.close());

  const four = Array.from({ length: 4 }, () => 'sign_in_failed');
  const times = async (number: number, work: () => Promise<string>) => {
    const outcomes: string[] = [];
    for (let count = 0; count < number; count++) outcomes.push(await work());
    return outcomes;
  };

  test('comes with the fifth failure from one address, says how long, and ends by itself', async () => {
    const { username } = await fixture.someone();
    const other = fixture.browser();
    expect(await times(6, () => other.signIn(username, wrong))).toEqual([...four, 'account_locked', 'account_locked']);
    fixture.letPass(5 * minute);
    const refused = await other.post('/sign-in/username', { username, password: testPassword });
    expect(await refused.json()).toMatchObject({ code: 'account_locked', message: expect.stringContaining('10 分钟') });
    fixture.letPass(14 * minute);
    expect(await other.signIn(username)).toBe('account_locked');
    fixture.letPass(16 * minute);
    expect(await other.signIn(username)).toBe('ok');
    expect(await fixture.linesOf('account.lock', username)).toEqual([
      { outcome: 'account_locked', username, address: other.address },
    ]);
  });

  test('by a stranger neither ends a session nor keeps its owner out', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    expect(await his.signIn(username)).toBe('ok');
    const stranger = fixture.browser();
    await times(6, () => stranger.signIn(username, wrong));
    expect((await his.context()).user).toMatchObject({ username });
    expect(await his.signIn(username)).toBe('ok');
    expect(await fixture.browser().signIn(username)).toBe('ok');
  });

  test("from the office's own address does not affect a computer on which the owner has signed in", async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username);
    const colleague = fixture.browser(his.address);
    expect(await times(5, () => colleague.signIn(username, wrong))).toContain('account_locked');
    expect(await colleague.signIn(username)).toBe('account_locked');
    expect(await his.signIn(username)).toBe('ok');
    // The known computer has five attempts of its own, and is not trusted for another account.
    expect(await times(5, () => his.signIn(username, wrong))).toEqual([...four, 'account_locked']);
    expect(await his.signIn(username)).toBe('account_locked');
    const another = await fixture.someone();
    await times(5, () => colleague.signIn(another.username, wrong));
    expect(await his.signIn(another.username)).toBe('account_locked');
  });

  test('slows guessing from many addresses, and lets a known computer through', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username);
    // No password is sent because hashing it a hundred times would take minutes.
    const deps = { db: fixture.database.db, clock: () => new Date() };
    const guess = (at: number) =>
      startAttempt(deps, username, { type: 'address', address: `203.0.113.${at}` }).then(
        () => 'looked at',
        ({ code }: ApiError) => code,
      );
    const outcomes: string[] = [];
    for (let at = 0; at < 105; at++) outcomes.push(await guess(at));
    expect(outcomes.filter((outcome) => outcome === 'account_locked')).toHaveLength(5);
    expect(await fixture.browser().signIn(username)).toBe('account_locked');
    expect(await his.signIn(username)).toBe('ok');
    fixture.letPass(6 * minute);
    expect(await fixture.browser().signIn(username)).toBe('ok');
  });

  test('tells nothing about who there is', async () => {
    const { username } = await fixture.someone();
    const [known, unknown] = [fixture.browser(), fixture.browser()];
    expect(await times(7, () => known.signIn(username, wrong))).toEqual(
      await times(7, () => unknown.signIn('nobody', wrong)),
    );
  });

  test('does not come where one gets in at the fifth try, which starts the count again', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await times(4, () => his.signIn(username, wrong));
    expect(await his.signIn(username)).toBe('ok');
    expect((await his.context()).user).toMatchObject({ username });
    expect(await times(4, () => his.signIn(username, wrong))).toEqual(four);
  });

  test('holds for many concurrent attempts: at most five are verified', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    const tries = Array.from({ length: 12 }, () => his.signIn(username, wrong));
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === 'sign_in_failed')).toHaveLength(4);
    expect(outcomes.filter((outcome) => outcome === 'account_locked')).toHaveLength(8);
    expect(await fixture.linesOf('account.lock', username)).toHaveLength(1);
  });

  test('lets one of two in at once at the fifth failure, or none', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await times(4, () => his.signIn(username, wrong));
    const outcomes = await Promise.all([his.signIn(username, wrong), his.signIn(username, wrong)]);
    expect(outcomes).toEqual(['account_locked', 'account_locked']);
    expect(await his.signIn(username)).toBe('account_locked');
  });

  test('holds in another process, and after a restart', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await times(3, () => his.signIn(username, wrong));
    await times(2, () => fixture.startProcess().browser(his.address).signIn(username, wrong));
    expect(await fixture.startProcess().browser(his.address).signIn(username)).toBe('account_locked');
  });

  test('lasts seconds only where the process died while it verified the passwords', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    const deps = { db: fixture.database.db, clock: () => new Date() };
    const source = { type: 'address', address: his.address } as const;
    for (let attempt = 0; attempt < 5; attempt++) await startAttempt(deps, username, source);
    expect(await his.signIn(username)).toBe('account_locked');
    fixture.letPass(11_000);
    expect(await his.signIn(username)).toBe('ok');
  });

  test('is ended by the security administrator', async () => {
    const { id, username } = await fixture.someone();
    const his = fixture.browser();
    await times(5, () => his.signIn(username, wrong));
    const security = await fixture.keeper();
    const { accounts } = await security.account.list({ state: 'locked' });
    expect(accounts.filter(({ state }) => state !== 'locked')).toEqual([]);
    expect(accounts.map((account) => account.id)).toContain(id);
    await security.account.unlock({ id });
    expect(await his.signIn(username)).toBe('ok');
  });

  test('forgets failures of the day before', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await times(4, () => his.signIn(username, wrong));
    fixture.letPass(25 * 60 * minute);
    expect(await times(4, () => his.signIn(username, wrong))).toEqual(four);
  });

  test('counts wrong passwords of a signed-in user by session, and ends only that session', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username);
    const elsewhere = fixture.browser();
    await elsewhere.signIn(username);
    const caller = await his.caller();
    const guess = () =>
      failureOf(caller.account.changePassword({ current: wrong, password: 'Another-one-2' })).then(({ code }) => code);
    expect(await times(5, guess)).toEqual([...Array.from({ length: 4 }, () => 'wrong_password'), 'account_locked']);
    expect((await his.context()).user).toBeUndefined();
    expect((await elsewhere.context()).user).toMatchObject({ username });
  });
});
