import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../router.ts';
import { openAccountWorld, type AccountWorld } from '../../testing/account-world.ts';
import { failureOf } from '../../testing/world.ts';
import { passwordFault } from '../password.ts';

describe.each(engines)('accounts’ roles and duties on %s', (engine) => {
  let world: AccountWorld;
  beforeAll(async () => {
    world = await openAccountWorld(engine);
  });
  afterAll(() => world.close());

  test('are given and lose roles, all at once or not at all', async () => {
    const { town, county } = world.agencies;
    const { userId: id } = await world.person('王五', { agencyId: town, role: 'drafter' });
    const give = { grants: [{ agencyId: county, role: 'reviewer' as const }] };
    await world.keeper.account.changeRoles({ id, give, take: { grants: [{ agencyId: town, role: 'drafter' }] } });
    expect((await world.found(id)).memberships).toMatchObject([{ agencyId: county, role: 'reviewer' }]);
    const nowhere = { grants: [{ agencyId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', role: 'drafter' as const }] };
    expect(await failureOf(world.keeper.account.changeRoles({ id, give: nowhere, take: give }))).toMatchObject({
      code: 'not_found',
    });
    expect((await world.found(id)).memberships).toHaveLength(1);
    const line = (await world.lines()).find(({ outcome }) => outcome === 'ok');
    expect(line).toMatchObject({ action: 'account.changeRoles' });
    expect([line!.before, line!.after]).toEqual([
      expect.stringContaining('drafter'),
      expect.stringContaining('reviewer'),
    ]);
  });

  test('never join two duties, nor a duty and a role', async () => {
    const grants = [{ agencyId: world.agencies.town, role: 'drafter' as const }];
    const { userId: id } = await world.person('王五', ...grants);
    const refused = { code: 'duties_exclusive' };
    expect(
      await failureOf(world.keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: {} })),
    ).toMatchObject(refused);
    const person3 = { username: 'zhao', name: '赵六' };
    expect(await failureOf(world.keeper.account.create({ ...person3, grants, duties: ['auditor'] }))).toMatchObject(
      refused,
    );
    const duties = ['auditor', 'systemAdministrator'] as const;
    expect(await failureOf(world.keeper.account.create({ ...person3, duties: [...duties] }))).toMatchObject(refused);
    await world.keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: { grants } });
    expect(await world.found(id)).toMatchObject({ memberships: [], duties: ['auditor'] });
  });

  test('never join two duties that two people give at once', async () => {
    const other = createCaller(await world.signInOnDuty('另一位', 'securityAdministrator'));
    const { userId: id } = await world.person('王五');
    const outcomes = await Promise.allSettled([
      world.keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: {} }),
      other.account.changeRoles({ id, give: { duties: ['systemAdministrator'] }, take: {} }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await world.found(id)).duties).toHaveLength(1);
  });

  test('are not changed by their own owner', async () => {
    const id = world.keeperContext.user!.userId;
    const { userId: other } = await world.person('王五');
    const calls = [
      () => world.keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: {} }),
      () => world.keeper.account.disable({ id }),
      () => world.keeper.account.resetPassword({ id }),
      () => world.keeper.account.resetSecondFactor({ id }),
      () => world.keeper.account.unlock({ id }),
      () => world.keeper.account.update({ id, name: '某' }),
      () => world.keeper.account.handOver({ id, to: { id: other } }),
      () => world.keeper.account.handOver({ id: other, to: { id } }),
    ];
    for (const call of calls) expect(await failureOf(call())).toMatchObject({ code: 'own_account' });
  });

  test('are handed over whole: the successor gets everything, the leaver gets in no more', async () => {
    const { town, county } = world.agencies;
    const leaver = await world.person(
      '老王',
      { agencyId: town, role: 'drafter' },
      { agencyId: county, role: 'publisher' },
    );
    const successor = await world.person('小李', { agencyId: town, role: 'drafter' });
    await world.keeper.account.handOver({ id: leaver.userId, to: { id: successor.userId } });
    expect(await world.found(leaver.userId)).toMatchObject({ state: 'disabled', memberships: [] });
    expect((await world.found(successor.userId)).memberships.map(({ role }) => role).sort()).toEqual([
      'drafter',
      'publisher',
    ]);
    expect(await world.services.account.signedIn(leaver.userId)).toBeUndefined();
    const [line] = await world.lines();
    expect(line).toMatchObject({ action: 'account.handOver' });
  });

  test('are handed over to somebody new, who gets a password', async () => {
    const leaver = await world.person('老王', { agencyId: world.agencies.town, role: 'drafter' });
    const to = { username: 'xiaoli', name: '小李' };
    const { id, password } = await world.keeper.account.handOver({ id: leaver.userId, to });
    expect(passwordFault(password!)).toBeUndefined();
    expect(await world.found(id)).toMatchObject({ username: 'xiaoli', memberships: [{ role: 'drafter' }] });
  });

  test.each([
    ['a name that is taken', () => ({ username: 'clerk1', name: '某' }), 'name_taken'],
    ['nobody', () => ({ id: 'nobody' }), 'not_found'],
  ])('are not handed over to %s, and nothing is changed', async (_name, to, code) => {
    const leaver = await world.person('老王', { agencyId: world.agencies.town, role: 'drafter' });
    expect(await failureOf(world.keeper.account.handOver({ id: leaver.userId, to: to() }))).toMatchObject({ code });
    expect(await world.found(leaver.userId)).toMatchObject({ state: 'active', memberships: [{ role: 'drafter' }] });
  });

  test('are not handed over to who is disabled, or holds what does not go with it', async () => {
    const leaver = await world.person('老王', { agencyId: world.agencies.town, role: 'drafter' });
    const auditor = (await world.signInOnDuty('审计员', 'auditor')).user!;
    const gone = await world.person('离职的人');
    await world.keeper.account.disable({ id: gone.userId });
    const to = (id: string) => failureOf(world.keeper.account.handOver({ id: leaver.userId, to: { id } }));
    expect(await to(auditor.userId)).toMatchObject({ code: 'duties_exclusive' });
    expect(await to(gone.userId)).toMatchObject({ code: 'account_disabled' });
    expect(await to(leaver.userId)).toMatchObject({ code: 'invalid_input' });
    expect(await world.found(leaver.userId)).toMatchObject({ state: 'active' });
  });
});
