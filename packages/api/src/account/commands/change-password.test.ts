import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSignIn, type Browser, type SignInWorld } from '../../testing/sign-in.ts';
import { failureOf, testPassword } from '../../testing/county-fixture.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe.each(engines)('a password on %s', (engine) => {
  let fixture: SignInWorld;

  beforeAll(async () => {
    fixture = await openSignIn(engine);
  });
  beforeEach(() => fixture.letPass(0));
  afterAll(() => fixture.close());

  const change = async (his: Browser, current: string, password: string) =>
    (await his.caller()).account.changePassword({ current, password });

  test('that was given must be changed before anything else', async () => {
    const { id, username } = await fixture.someone();
    const { password } = await (await fixture.keeper()).account.resetPassword({ id });
    const his = fixture.browser();
    expect(await his.signIn(username)).toBe('sign_in_failed');
    expect(await his.signIn(username, password)).toBe('ok');
    const caller = await his.caller();
    expect(await failureOf(caller.draft.list())).toMatchObject({ code: 'must_change_password' });
    expect(await failureOf(caller.account.sessions())).toMatchObject({ code: 'must_change_password' });
    await change(his, password, 'Another-one-2');
    expect(await (await his.caller()).draft.list()).toEqual([]);
  });

  test('does for ninety days', async () => {
    const { username } = await fixture.someone();
    fixture.letPass(89 * day);
    const his = fixture.browser();
    await his.signIn(username);
    expect((await his.context()).user).not.toHaveProperty('pending');
    fixture.letPass(91 * day);
    const later = fixture.browser();
    await later.signIn(username);
    expect((await later.context()).user).toMatchObject({ pending: 'changePassword' });
  });

  // The timeout is long because each password is hashed, which is deliberately slow.
  test('is none of the last five, and weak ones are refused', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username);
    const passwords = [testPassword, ...[1, 2, 3, 4, 5].map((number) => `Password-${number}`)];
    for (const [index, next] of passwords.slice(1).entries()) {
      fixture.letPass((index + 1) * minute);
      await change(his, passwords[index]!, next);
    }
    const refused = async (next: string) => (await failureOf(change(his, passwords[5]!, next))).code;
    for (const former of passwords.slice(1)) expect(await refused(former)).toBe('password_reused');
    expect(await refused('12345678')).toBe('invalid_input');
    await change(his, passwords[5]!, testPassword);
  }, 180_000);

  test('that is changed ends the other sessions, not the one at work', async () => {
    const { username } = await fixture.someone();
    const [here, there] = [fixture.browser(), fixture.browser()];
    await here.signIn(username);
    await there.signIn(username);
    await change(here, testPassword, 'Another-one-2');
    expect((await here.context()).user).toMatchObject({ username });
    expect((await there.context()).user).toBeUndefined();
  });
});
