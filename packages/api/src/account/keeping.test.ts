import { engines } from '@gongkai/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '../context.ts';
import { createCaller, type Caller } from '../router.ts';
import { failureOf, now, openWorld, type World } from '../testing/world.ts';
import { passwordFault } from './password.ts';

describe.each(engines)('accounts kept on %s', (engine) => {
  let world: World;
  let keeper: Caller;
  let keeperContext: Context;

  beforeEach(async () => {
    world = await openWorld(engine);
    keeperContext = await world.signInOnDuty('安全管理员', 'securityAdministrator');
    keeper = createCaller(keeperContext);
  });
  afterEach(() => world.close());

  const person = async (...args: Parameters<World['signIn']>) => (await world.signIn(...args)).user!;
  const found = async (id: string) => (await keeper.account.list({})).accounts.find((account) => account.id === id)!;
  const lines = async () => {
    const auditor = createCaller(await world.signInOnDuty('审计员', 'auditor'));
    return (await auditor.audit.list({ action: 'account.' })).lines;
  };

  test('are created with a password that must be changed, told once and recorded nowhere', async () => {
    const { town } = world.agencies;
    const made = await keeper.account.create({
      username: 'li.si',
      name: '李四',
      email: 'lisi@example.gov.cn',
      grants: [{ agencyId: town, role: 'drafter' }],
    });
    expect(passwordFault(made.password)).toBeUndefined();
    expect(await found(made.id)).toEqual({
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
    const trail = await lines();
    expect(trail[0]).toMatchObject({ action: 'account.create', username: keeperContext.user!.username });
    expect(trail[0]!.after).toContain('李四');
    expect(JSON.stringify(trail)).not.toContain(made.password);
  });

  test('whose password must be changed open nothing else', async () => {
    const { id } = await keeper.account.create({
      username: 'li.si',
      name: '李四',
      grants: [{ agencyId: world.agencies.town, role: 'drafter' }],
    });
    const caller = createCaller({ services: world.services, user: await world.services.account.signedIn(id) });
    expect(await caller.account.me()).toMatchObject({ pending: 'changePassword' });
    expect(await failureOf(caller.draft.list())).toMatchObject({ code: 'must_change_password' });
    const key = { agencyId: world.agencies.town, year: 2021, kind: 'own' as const };
    expect(await failureOf(caller.draft.start(key))).toMatchObject({ code: 'must_change_password' });
  });

  test('are listed by part of a name, by state, and page by page', async () => {
    const { userId } = await person('王五');
    await keeper.account.disable({ id: userId });
    expect((await keeper.account.list({ search: '王' })).accounts).toMatchObject([{ id: userId, state: 'disabled' }]);
    expect(await keeper.account.list({ search: '100%_' })).toMatchObject({ accounts: [], total: 0 });
    expect(await keeper.account.list({ state: 'disabled' })).toMatchObject({ total: 1 });
    expect(await keeper.account.list({ state: 'active', page: 2 })).toMatchObject({ accounts: [], total: 1 });
  });

  test('tell which duties nobody holds yet', async () => {
    expect((await keeper.account.list({})).vacantDuties).toEqual(['systemAdministrator', 'auditor']);
    await world.signInOnDuty('审计员', 'auditor');
    expect((await keeper.account.list({})).vacantDuties).toEqual(['systemAdministrator']);
  });

  test('are given and lose roles, all at once or not at all', async () => {
    const { town, county } = world.agencies;
    const { userId: id } = await person('王五', { agencyId: town, role: 'drafter' });
    const give = { grants: [{ agencyId: county, role: 'reviewer' as const }] };
    await keeper.account.changeRoles({ id, give, take: { grants: [{ agencyId: town, role: 'drafter' }] } });
    expect((await found(id)).memberships).toMatchObject([{ agencyId: county, role: 'reviewer' }]);
    const nowhere = { grants: [{ agencyId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', role: 'drafter' as const }] };
    expect(await failureOf(keeper.account.changeRoles({ id, give: nowhere, take: give }))).toMatchObject({
      code: 'not_found',
    });
    expect((await found(id)).memberships).toHaveLength(1);
    const line = (await lines()).find(({ outcome }) => outcome === 'ok');
    expect(line).toMatchObject({ action: 'account.changeRoles' });
    expect([line!.before, line!.after]).toEqual([
      expect.stringContaining('drafter'),
      expect.stringContaining('reviewer'),
    ]);
  });

  test('never join two duties, nor a duty and a role', async () => {
    const grants = [{ agencyId: world.agencies.town, role: 'drafter' as const }];
    const { userId: id } = await person('王五', ...grants);
    const refused = { code: 'duties_exclusive' };
    expect(await failureOf(keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: {} }))).toMatchObject(
      refused,
    );
    const person3 = { username: 'zhao', name: '赵六' };
    expect(await failureOf(keeper.account.create({ ...person3, grants, duties: ['auditor'] }))).toMatchObject(refused);
    const duties = ['auditor', 'systemAdministrator'] as const;
    expect(await failureOf(keeper.account.create({ ...person3, duties: [...duties] }))).toMatchObject(refused);
    await keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: { grants } });
    expect(await found(id)).toMatchObject({ memberships: [], duties: ['auditor'] });
  });

  test('never join two duties that two people give at once', async () => {
    const other = createCaller(await world.signInOnDuty('另一位', 'securityAdministrator'));
    const { userId: id } = await person('王五');
    const outcomes = await Promise.allSettled([
      keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: {} }),
      other.account.changeRoles({ id, give: { duties: ['systemAdministrator'] }, take: {} }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await found(id)).duties).toHaveLength(1);
  });

  test('are not changed by their own owner', async () => {
    const id = keeperContext.user!.userId;
    const { userId: other } = await person('王五');
    const calls = [
      () => keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: {} }),
      () => keeper.account.disable({ id }),
      () => keeper.account.resetPassword({ id }),
      () => keeper.account.resetSecondFactor({ id }),
      () => keeper.account.unlock({ id }),
      () => keeper.account.update({ id, name: '某' }),
      () => keeper.account.handOver({ id, to: { id: other } }),
      () => keeper.account.handOver({ id: other, to: { id } }),
    ];
    for (const call of calls) expect(await failureOf(call())).toMatchObject({ code: 'own_account' });
  });

  test('are handed over whole: the successor gets everything, the leaver gets in no more', async () => {
    const { town, county } = world.agencies;
    const leaver = await person('老王', { agencyId: town, role: 'drafter' }, { agencyId: county, role: 'publisher' });
    const successor = await person('小李', { agencyId: town, role: 'drafter' });
    await keeper.account.handOver({ id: leaver.userId, to: { id: successor.userId } });
    expect(await found(leaver.userId)).toMatchObject({ state: 'disabled', memberships: [] });
    expect((await found(successor.userId)).memberships.map(({ role }) => role).sort()).toEqual([
      'drafter',
      'publisher',
    ]);
    expect(await world.services.account.signedIn(leaver.userId)).toBeUndefined();
    const [line] = await lines();
    expect(line).toMatchObject({ action: 'account.handOver' });
  });

  test('are handed over to somebody new, who gets a password', async () => {
    const leaver = await person('老王', { agencyId: world.agencies.town, role: 'drafter' });
    const to = { username: 'xiaoli', name: '小李' };
    const { id, password } = await keeper.account.handOver({ id: leaver.userId, to });
    expect(passwordFault(password!)).toBeUndefined();
    expect(await found(id)).toMatchObject({ username: 'xiaoli', memberships: [{ role: 'drafter' }] });
  });

  test.each([
    ['a name that is taken', () => ({ username: 'clerk1', name: '某' }), 'name_taken'],
    ['nobody', () => ({ id: 'nobody' }), 'not_found'],
  ])('are not handed over to %s, and nothing is changed', async (_name, to, code) => {
    const leaver = await person('老王', { agencyId: world.agencies.town, role: 'drafter' });
    expect(await failureOf(keeper.account.handOver({ id: leaver.userId, to: to() }))).toMatchObject({ code });
    expect(await found(leaver.userId)).toMatchObject({ state: 'active', memberships: [{ role: 'drafter' }] });
  });

  test('are not handed over to who is disabled, or holds what does not go with it', async () => {
    const leaver = await person('老王', { agencyId: world.agencies.town, role: 'drafter' });
    const auditor = (await world.signInOnDuty('审计员', 'auditor')).user!;
    const gone = await person('离职的人');
    await keeper.account.disable({ id: gone.userId });
    const to = (id: string) => failureOf(keeper.account.handOver({ id: leaver.userId, to: { id } }));
    expect(await to(auditor.userId)).toMatchObject({ code: 'duties_exclusive' });
    expect(await to(gone.userId)).toMatchObject({ code: 'account_disabled' });
    expect(await to(leaver.userId)).toMatchObject({ code: 'invalid_input' });
    expect(await found(leaver.userId)).toMatchObject({ state: 'active' });
  });

  test('are disabled and enabled again with all that they hold', async () => {
    const { userId: id } = await person('王五', { agencyId: world.agencies.town, role: 'drafter' });
    await keeper.account.disable({ id });
    expect(await world.services.account.signedIn(id)).toBeUndefined();
    await keeper.account.enable({ id });
    expect(await world.services.account.signedIn(id)).toMatchObject({ grants: [{ role: 'drafter' }] });
  });

  test('keep at least one security administrator, even where two disable each other at once', async () => {
    const other = await world.signInOnDuty('另一位', 'securityAdministrator');
    const outcomes = await Promise.allSettled([
      keeper.account.disable({ id: other.user!.userId }),
      createCaller(other).account.disable({ id: keeperContext.user!.userId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await world.services.account.list({ state: 'active', page: 1 });
    expect(left.accounts).toMatchObject([{ duties: ['securityAdministrator'] }]);
  });

  test('do not lose the last security administrator by losing the duty', async () => {
    const other = await world.signInOnDuty('另一位', 'securityAdministrator');
    const take = { duties: ['securityAdministrator' as const] };
    await keeper.account.changeRoles({ id: other.user!.userId, give: {}, take });
    // As if the guard had let somebody through whose duty has just been taken.
    const call = world.services.account.changeRoles(other.user!, {
      id: keeperContext.user!.userId,
      give: { grants: [], duties: [] },
      take: { grants: [], ...take },
    });
    expect(await failureOf(call)).toMatchObject({ code: 'last_security_administrator' });
    expect((await found(keeperContext.user!.userId)).duties).toEqual(['securityAdministrator']);
  });

  test('are renamed, with the address by which another system knows them', async () => {
    const { userId: id } = await person('王五');
    await keeper.account.update({ id, name: '王武', email: 'wang@example.gov.cn' });
    expect(await found(id)).toMatchObject({ name: '王武', email: 'wang@example.gov.cn' });
    await keeper.account.update({ id, name: '王武' });
    expect(await found(id)).toMatchObject({ email: null });
    expect(await failureOf(keeper.account.update({ id, name: '王武', email: 'x@' }))).toMatchObject({
      code: 'invalid_input',
    });
  });

  test('get a new password that must be changed', async () => {
    const { userId: id, username } = await person('王五');
    const reset = await keeper.account.resetPassword({ id });
    expect(reset).toMatchObject({ id, username });
    expect(await world.services.account.signedIn(id)).toMatchObject({ pending: 'changePassword' });
    expect(JSON.stringify(await lines())).not.toContain(reset.password);
  });

  test('have no second factor to reset where none is bound', async () => {
    const { userId: id } = await person('王五');
    expect(await failureOf(keeper.account.resetSecondFactor({ id }))).toMatchObject({ code: 'not_found' });
  });
});
