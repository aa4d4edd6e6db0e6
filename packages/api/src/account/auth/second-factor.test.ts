import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSignIn, type Browser, type SignInWorld } from '../../testing/sign-in.ts';
import { totp } from '../../testing/totp.ts';
import { failureOf, testPassword } from '../../testing/county-fixture.ts';

interface Enrolment {
  readonly totpURI: string;
  readonly backupCodes: string[];
}

describe.each(engines)('the second factor on %s', (engine) => {
  let fixture: SignInWorld;

  beforeAll(async () => {
    fixture = await openSignIn(engine);
  });
  afterAll(() => fixture.close());

  const codeOf = ({ totpURI }: Enrolment) => totp(new URL(totpURI).searchParams.get('secret')!);
  const enrol = async (his: Browser) => {
    const response = await his.post('/two-factor/enable', { password: testPassword });
    expect(response.status).toBe(200);
    const enrolment = (await response.json()) as Enrolment;
    expect(await his.outcome('/two-factor/verify-totp', { code: codeOf(enrolment) })).toBe('ok');
    return enrolment;
  };

  test('is asked for at sign-in once it is bound, and lets in who has it', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username);
    const enrolment = await enrol(his);
    expect(await (await his.caller()).account.me()).toMatchObject({ secondFactor: true });

    const later = fixture.browser();
    expect(await later.signIn(username)).toBe('ok');
    expect((await later.context()).user).toBeUndefined();
    expect(await later.outcome('/two-factor/verify-totp', { code: '000000' })).toBe('wrong_code');
    expect((await later.context()).user).toBeUndefined();
    expect(await later.outcome('/two-factor/verify-totp', { code: codeOf(enrolment) })).toBe('ok');
    const sessions = await (await later.caller()).account.sessions();
    expect(sessions.find(({ current }) => current)).toMatchObject({ method: 'secondFactor' });
    const outcomesFrom = async (address: string) =>
      (await fixture.linesOf('account.signIn', address)).map(({ outcome }) => outcome);
    expect(await outcomesFrom(his.address)).toEqual(['ok']);
    expect(await outcomesFrom(later.address)).toEqual(['ok', 'wrong_code']);
  });

  test('takes each backup code once', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username);
    const { backupCodes } = await enrol(his);
    const use = async (code: string) => {
      const other = fixture.browser();
      await other.signIn(username);
      return other.outcome('/two-factor/verify-backup-code', { code });
    };
    expect(await use(backupCodes[0]!)).toBe('ok');
    expect(await use(backupCodes[0]!)).toBe('wrong_code');
    expect(await use(backupCodes[1]!)).toBe('ok');
  });

  test('that a deployment requires is bound before anything else, and not taken off', async () => {
    const strict = fixture.startProcess({ policy: { secondFactorRequired: true } });
    const { username } = await fixture.someone();
    const his = strict.browser();
    await his.signIn(username);
    const before = await his.caller();
    expect(await before.account.me()).toMatchObject({ pending: 'enrolSecondFactor', secondFactorRequired: true });
    expect(await failureOf(before.draft.list())).toMatchObject({ code: 'must_enrol_second_factor' });
    await enrol(his);
    expect(await (await his.caller()).draft.list()).toEqual([]);
    expect(await his.outcome('/two-factor/disable', { password: testPassword })).toBe('forbidden');
  });

  test('is taken off by its owner with the password, or by the security administrator', async () => {
    const { username } = await fixture.someone();
    const his = fixture.browser();
    await his.signIn(username);
    await enrol(his);
    const other = fixture.browser();
    expect(await other.outcome('/two-factor/disable', { password: testPassword })).toBe('not_signed_in');
    expect(await his.outcome('/two-factor/disable', { password: testPassword })).toBe('ok');
    expect(await (await his.caller()).account.me()).toMatchObject({ secondFactor: false });

    const again = fixture.browser();
    await again.signIn(username);
    await enrol(again);
    const keeper = await fixture.signInOnDuty('安全管理员', 'securityAdministrator');
    const { userId: id } = (await again.context()).user!;
    await fixture.services.account.resetSecondFactor(keeper.user!, { id });
    expect((await again.context()).user).toBeUndefined();
    const last = fixture.browser();
    await last.signIn(username);
    expect((await last.context()).user).toMatchObject({ username });
  });

  test('is asked of a whole office behind one address, each account with a count of its own', async () => {
    const office = fixture.browser().address;
    const clerks = await Promise.all(Array.from({ length: 8 }, () => fixture.someone()));
    for (const { username } of clerks) {
      const his = fixture.browser(office);
      await his.signIn(username);
      const enrolment = await enrol(his);
      const later = fixture.browser(office);
      await later.signIn(username);
      expect(await later.outcome('/two-factor/verify-totp', { code: '000000' })).toBe('wrong_code');
      expect(await later.outcome('/two-factor/verify-totp', { code: codeOf(enrolment) })).toBe('ok');
    }
  });

  test('locks an account after five wrong codes, in Chinese, and no other', async () => {
    const office = fixture.browser().address;
    const [first, second] = [await fixture.someone(), await fixture.someone()];
    const enrolments = new Map<string, Enrolment>();
    for (const { username } of [first, second]) {
      const his = fixture.browser(office);
      await his.signIn(username);
      enrolments.set(username, await enrol(his));
    }
    const guesser = fixture.browser(office);
    let last: Response | undefined;
    for (let tries = 0; tries < 8; tries++) {
      await guesser.signIn(first.username);
      last = await guesser.post('/two-factor/verify-totp', { code: '000000' });
    }
    expect(last!.status).toBe(403);
    expect(await last!.json()).toMatchObject({
      code: 'account_locked',
      message: expect.stringMatching(/15 分钟后再试/),
    });
    const colleague = fixture.browser(office);
    await colleague.signIn(second.username);
    const code = codeOf(enrolments.get(second.username)!);
    expect(await colleague.outcome('/two-factor/verify-totp', { code })).toBe('ok');
  });

  test('trusts no device, and sends no codes', async () => {
    const his = fixture.browser();
    await his.signIn((await fixture.someone()).username);
    expect(await his.outcome('/two-factor/verify-totp', { code: '123456', trustDevice: true })).toBe('invalid_input');
    expect(await his.outcome('/two-factor/enable', { password: testPassword, method: 'otp' })).toBe('invalid_input');
  });
});
