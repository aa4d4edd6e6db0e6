import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../router.ts';
import { openAccountScenario, type AccountScenario } from '../../testing/account-scenario.ts';
import { failureOf, now } from '../../testing/county-fixture.ts';
import { passwordFault } from '../password.ts';

describe.each(engines)('accounts kept on %s', (engine) => {
  let fixture: AccountScenario;
  beforeAll(async () => {
    fixture = await openAccountScenario(engine);
  });
  afterAll(() => fixture.close());

  test('are created with a password that must be changed, told once and recorded nowhere', async () => {
    const { town } = fixture.agencies;
    const made = await fixture.keeper.account.create({
      username: 'li.si',
      name: '李四',
      email: 'lisi@example.gov.cn',
      grants: [{ agencyId: town, role: 'drafter' }],
    });
    expect(passwordFault(made.password)).toBeUndefined();
    expect(await fixture.found(made.id)).toEqual({
      id: made.id,
      username: 'li.si',
      name: '李四',
      email: 'lisi@example.gov.cn',
      state: 'active',
      lockedUntil: null,
      memberships: [{ agencyId: town, agencyName: '云溪县青原镇人民政府', role: 'drafter' }],
      duties: [],
      secondFactor: false,
      mustChangePassword: true,
      createdAt: now.toISOString(),
      lastSignInAt: null,
    });
    const trail = await fixture.lines();
    expect(trail[0]).toMatchObject({ action: 'account.create', username: fixture.keeperContext.user!.username });
    expect(trail[0]!.after).toContain('李四');
    expect(JSON.stringify(trail)).not.toContain(made.password);
  });

  test('whose password must be changed open nothing else', async () => {
    const { id } = await fixture.keeper.account.create({
      username: 'zhang.san',
      name: '张三',
      grants: [{ agencyId: fixture.agencies.town, role: 'drafter' }],
    });
    const caller = createCaller({ services: fixture.services, user: await fixture.services.account.signedIn(id) });
    expect(await caller.account.me()).toMatchObject({ pending: 'changePassword' });
    expect(await failureOf(caller.draft.list())).toMatchObject({ code: 'must_change_password' });
    const key = { agencyId: fixture.agencies.town, year: 2021, kind: 'own' as const };
    expect(await failureOf(caller.draft.start(key))).toMatchObject({ code: 'must_change_password' });
  });

  test('are listed by part of a name, by state, and page by page', async () => {
    const total = async (state: 'active' | 'disabled') => (await fixture.keeper.account.list({ state })).total;
    const [active, disabled] = [await total('active'), await total('disabled')];
    const { userId } = await fixture.person('慕容五');
    await fixture.keeper.account.disable({ id: userId });
    expect((await fixture.keeper.account.list({ search: '慕容' })).accounts).toMatchObject([
      { id: userId, state: 'disabled' },
    ]);
    expect(await fixture.keeper.account.list({ search: '100%_' })).toMatchObject({ accounts: [], total: 0 });
    expect(await total('disabled')).toBe(disabled + 1);
    expect(await fixture.keeper.account.list({ state: 'active', page: 2 })).toMatchObject({
      accounts: [],
      total: active,
    });
  });

  test('are disabled and enabled again with all that they hold', async () => {
    const { userId: id } = await fixture.person('王五', { agencyId: fixture.agencies.town, role: 'drafter' });
    await fixture.keeper.account.disable({ id });
    expect(await fixture.services.account.signedIn(id)).toBeUndefined();
    await fixture.keeper.account.enable({ id });
    expect(await fixture.services.account.signedIn(id)).toMatchObject({ grants: [{ role: 'drafter' }] });
  });

  test('are renamed, with the address by which another system knows them', async () => {
    const { userId: id } = await fixture.person('王五');
    await fixture.keeper.account.update({ id, name: '王武', email: 'wang@example.gov.cn' });
    expect(await fixture.found(id)).toMatchObject({ name: '王武', email: 'wang@example.gov.cn' });
    await fixture.keeper.account.update({ id, name: '王武' });
    expect(await fixture.found(id)).toMatchObject({ email: null });
    expect(await failureOf(fixture.keeper.account.update({ id, name: '王武', email: 'x@' }))).toMatchObject({
      code: 'invalid_input',
    });
  });

  test('get a new password that must be changed', async () => {
    const { userId: id, username } = await fixture.person('王五');
    const reset = await fixture.keeper.account.resetPassword({ id });
    expect(reset).toMatchObject({ id, username });
    expect(await fixture.services.account.signedIn(id)).toMatchObject({ pending: 'changePassword' });
    expect(JSON.stringify(await fixture.lines())).not.toContain(reset.password);
  });

  test('have no second factor to reset where none is bound', async () => {
    const { userId: id } = await fixture.person('王五');
    expect(await failureOf(fixture.keeper.account.resetSecondFactor({ id }))).toMatchObject({ code: 'not_found' });
  });
});
