import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSignIn, type SignInWorld } from '../../testing/sign-in.ts';
import { failureOf, testPassword } from '../../testing/county-fixture.ts';

const wrong = 'Wrong-pass-1';
const minute = 60_000;

describe.each(engines)('a session on %s', (engine) => {
  let fixture: SignInWorld;

  beforeAll(async () => {
    fixture = await openSignIn(engine);
  });
  beforeEach(() => fixture.letPass(0));
  afterAll(() => fixture.close());

  test('ends after half an hour without work, and is kept by work', async () => {
    const { id, username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username);
    for (const minutes of [25, 50, 75]) {
      fixture.letPass(minutes * minute);
      expect((await his.context()).user).toMatchObject({ username });
    }
    fixture.letPass(106 * minute);
    expect((await his.context()).user).toBeUndefined();
    expect(await fixture.linesOf('account.idle', id)).toHaveLength(1);
  });

  test('does not last beyond half a day, however much it is used', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username);
    const { rows } = await fixture.database.pool.query(
      'select extract(epoch from expires_at - created_at)::int as seconds from session where user_id = $1',
      [(await his.context()).user!.userId],
    );
    expect(rows[0].seconds / 3600).toBeCloseTo(12, 2);
  });

  test('is listed with its device and address, and ended, one or all others', async () => {
    const { username } = await fixture.someone();
    const [here, there, third] = [fixture.browser(), fixture.browser(), fixture.browser()];
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

  test('of another user cannot be ended', async () => {
    const [one, two] = [await fixture.someone(), await fixture.someone()];
    const [his, hers] = [fixture.browser(), fixture.browser()];
    await his.signIn(one.username);
    await hers.signIn(two.username);
    const [session] = await (await hers.caller()).account.sessions();
    const refused = (await his.caller()).account.endSession({ id: session!.id });
    expect(await failureOf(refused)).toMatchObject({ code: 'not_found' });
    expect((await hers.context()).user).toBeDefined();
  });

  test('ends immediately if the account is disabled, which then cannot sign in', async () => {
    const { id, username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username);
    await (await fixture.keeper()).account.disable({ id });
    expect((await his.context()).user).toBeUndefined();
    expect(await his.signIn(username)).toBe('account_disabled');
    expect(await his.signIn(username, wrong)).toBe('sign_in_failed');
  });

  test('every way in and out stands in the audit trail, with where it came from, and never a password', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username, wrong);
    await his.signIn(username);
    await his.outcome('/sign-out', {});
    await his.outcome('/sign-in/username', { username: 'My Secret 1', password: 'x' });
    const { address } = his;
    expect(await fixture.linesOf('account.sign', address)).toEqual([
      { outcome: 'sign_in_failed', username: null, address },
      { outcome: 'ok', username, address },
      { outcome: 'ok', username, address },
      { outcome: 'sign_in_failed', username, address },
    ]);
    const all = await fixture.services.audit.list({ limit: 1_000 });
    for (const secret of [wrong, testPassword, 'My Secret 1']) expect(JSON.stringify(all)).not.toContain(secret);
  });
});
