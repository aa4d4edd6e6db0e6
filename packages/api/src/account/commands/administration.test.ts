import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../router.ts';
import { openAccountWorld, type AccountWorld } from '../../testing/account-world.ts';
import { failureOf, now } from '../../testing/world.ts';
import { passwordFault } from '../password.ts';

describe.each(engines)('accounts kept on %s', (engine) => {
  let world: AccountWorld;
  beforeAll(async () => {
    world = await openAccountWorld(engine);
  });
  afterAll(() => world.close());

  test('are created with a password that must be changed, told once and recorded nowhere', async () => {
    const { town } = world.agencies;
    const made = await world.keeper.account.create({
      username: 'li.si',
      name: '李四',
      email: 'lisi@example.gov.cn',
      grants: [{ agencyId: town, role: 'drafter' }],
    });
    expect(passwordFault(made.password)).toBeUndefined();
    expect(await world.found(made.id)).toEqual({
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
    const trail = await world.lines();
    expect(trail[0]).toMatchObject({ action: 'account.create', username: world.keeperContext.user!.username });
    expect(trail[0]!.after).toContain('李四');
    expect(JSON.stringify(trail)).not.toContain(made.password);
  });

  test('whose password must be changed open nothing else', async () => {
    const { id } = await world.keeper.account.create({
      username: 'zhang.san',
      name: '张三',
      grants: [{ agencyId: world.agencies.town, role: 'drafter' }],
    });
    const caller = createCaller({ services: world.services, user: await world.services.account.signedIn(id) });
    expect(await caller.account.me()).toMatchObject({ pending: 'changePassword' });
    expect(await failureOf(caller.draft.list())).toMatchObject({ code: 'must_change_password' });
    const key = { agencyId: world.agencies.town, year: 2021, kind: 'own' as const };
    expect(await failureOf(caller.draft.start(key))).toMatchObject({ code: 'must_change_password' });
  });

  test('are listed by part of a name, by state, and page by page', async () => {
    const total = async (state: 'active' | 'disabled') => (await world.keeper.account.list({ state })).total;
    const [active, disabled] = [await total('active'), await total('disabled')];
    const { userId } = await world.person('慕容五');
    await world.keeper.account.disable({ id: userId });
    expect((await world.keeper.account.list({ search: '慕容' })).accounts).toMatchObject([
      { id: userId, state: 'disabled' },
    ]);
    expect(await world.keeper.account.list({ search: '100%_' })).toMatchObject({ accounts: [], total: 0 });
    expect(await total('disabled')).toBe(disabled + 1);
    expect(await world.keeper.account.list({ state: 'active', page: 2 })).toMatchObject({
      accounts: [],
      total: active,
    });
  });

  test('are disabled and enabled again with all that they hold', async () => {
    const { userId: id } = await world.person('王五', { agencyId: world.agencies.town, role: 'drafter' });
    await world.keeper.account.disable({ id });
    expect(await world.services.account.signedIn(id)).toBeUndefined();
    await world.keeper.account.enable({ id });
    expect(await world.services.account.signedIn(id)).toMatchObject({ grants: [{ role: 'drafter' }] });
  });

  test('are renamed, with the address by which another system knows them', async () => {
    const { userId: id } = await world.person('王五');
    await world.keeper.account.update({ id, name: '王武', email: 'wang@example.gov.cn' });
    expect(await world.found(id)).toMatchObject({ name: '王武', email: 'wang@example.gov.cn' });
    await world.keeper.account.update({ id, name: '王武' });
    expect(await world.found(id)).toMatchObject({ email: null });
    expect(await failureOf(world.keeper.account.update({ id, name: '王武', email: 'x@' }))).toMatchObject({
      code: 'invalid_input',
    });
  });

  test('get a new password that must be changed', async () => {
    const { userId: id, username } = await world.person('王五');
    const reset = await world.keeper.account.resetPassword({ id });
    expect(reset).toMatchObject({ id, username });
    expect(await world.services.account.signedIn(id)).toMatchObject({ pending: 'changePassword' });
    expect(JSON.stringify(await world.lines())).not.toContain(reset.password);
  });

  test('have no second factor to reset where none is bound', async () => {
    const { userId: id } = await world.person('王五');
    expect(await failureOf(world.keeper.account.resetSecondFactor({ id }))).toMatchObject({ code: 'not_found' });
  });
});
