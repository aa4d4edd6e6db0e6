import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../router.ts';
import { openAccountScenario, type AccountScenario } from '../../testing/account-scenario.ts';
import { failureOf } from '../../testing/county-fixture.ts';
import { passwordFault } from '../password.ts';

describe.each(engines)('accounts’ roles and duties on %s', (engine) => {
  let fixture: AccountScenario;
  beforeAll(async () => {
    fixture = await openAccountScenario(engine);
  });
  afterAll(() => fixture.close());

  test('are granted and lose roles in one transaction', async () => {
    const { town, county } = fixture.agencies;
    const { userId: id } = await fixture.person('王五', { agencyId: town, role: 'drafter' });
    const give = { grants: [{ agencyId: county, role: 'reviewer' as const }] };
    await fixture.keeper.account.changeRoles({ id, give, take: { grants: [{ agencyId: town, role: 'drafter' }] } });
    expect((await fixture.found(id)).memberships).toMatchObject([{ agencyId: county, role: 'reviewer' }]);
    const nowhere = { grants: [{ agencyId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', role: 'drafter' as const }] };
    expect(await failureOf(fixture.keeper.account.changeRoles({ id, give: nowhere, take: give }))).toMatchObject({
      code: 'not_found',
    });
    expect((await fixture.found(id)).memberships).toHaveLength(1);
    const line = (await fixture.lines()).find(({ outcome }) => outcome === 'ok');
    expect(line).toMatchObject({ action: 'account.changeRoles' });
    expect([line!.before, line!.after]).toEqual([
      expect.stringContaining('drafter'),
      expect.stringContaining('reviewer'),
    ]);
  });

  test('never join two duties, nor a duty and a role', async () => {
    const grants = [{ agencyId: fixture.agencies.town, role: 'drafter' as const }];
    const { userId: id } = await fixture.person('王五', ...grants);
    const refused = { code: 'duties_exclusive' };
    expect(
      await failureOf(fixture.keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: {} })),
    ).toMatchObject(refused);
    const person3 = { username: 'zhao', name: '赵六' };
    expect(await failureOf(fixture.keeper.account.create({ ...person3, grants, duties: ['auditor'] }))).toMatchObject(
      refused,
    );
    const duties = ['auditor', 'systemAdministrator'] as const;
    expect(await failureOf(fixture.keeper.account.create({ ...person3, duties: [...duties] }))).toMatchObject(refused);
    await fixture.keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: { grants } });
    expect(await fixture.found(id)).toMatchObject({ memberships: [], duties: ['auditor'] });
  });

  test('never join two duties that two people grant concurrently', async () => {
    const other = createCaller(await fixture.signInOnDuty('另一位', 'securityAdministrator'));
    const { userId: id } = await fixture.person('王五');
    const outcomes = await Promise.allSettled([
      fixture.keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: {} }),
      other.account.changeRoles({ id, give: { duties: ['systemAdministrator'] }, take: {} }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await fixture.found(id)).duties).toHaveLength(1);
  });

  test('are not changed by their own owner', async () => {
    const id = fixture.keeperContext.user!.userId;
    const { userId: other } = await fixture.person('王五');
    const calls = [
      () => fixture.keeper.account.changeRoles({ id, give: { duties: ['auditor'] }, take: {} }),
      () => fixture.keeper.account.disable({ id }),
      () => fixture.keeper.account.resetPassword({ id }),
      () => fixture.keeper.account.resetSecondFactor({ id }),
      () => fixture.keeper.account.unlock({ id }),
      () => fixture.keeper.account.update({ id, name: '某' }),
      () => fixture.keeper.account.handOver({ id, to: { id: other } }),
      () => fixture.keeper.account.handOver({ id: other, to: { id } }),
    ];
    for (const call of calls) expect(await failureOf(call())).toMatchObject({ code: 'own_account' });
  });

  test('are handed over whole: the successor gets everything, the leaver gets in no more', async () => {
    const { town, county } = fixture.agencies;
    const leaver = await fixture.person(
      '老王',
      { agencyId: town, role: 'drafter' },
      { agencyId: county, role: 'publisher' },
    );
    const successor = await fixture.person('小李', { agencyId: town, role: 'drafter' });
    await fixture.keeper.account.handOver({ id: leaver.userId, to: { id: successor.userId } });
    expect(await fixture.found(leaver.userId)).toMatchObject({ state: 'disabled', memberships: [] });
    expect((await fixture.found(successor.userId)).memberships.map(({ role }) => role).sort()).toEqual([
      'drafter',
      'publisher',
    ]);
    expect(await fixture.services.account.signedIn(leaver.userId)).toBeUndefined();
    const [line] = await fixture.lines();
    expect(line).toMatchObject({ action: 'account.handOver' });
  });

  test('are transferred to a new account, which gets a password', async () => {
    const leaver = await fixture.person('老王', { agencyId: fixture.agencies.town, role: 'drafter' });
    const to = { username: 'xiaoli', name: '小李' };
    const { id, password } = await fixture.keeper.account.handOver({ id: leaver.userId, to });
    expect(passwordFault(password!)).toBeUndefined();
    expect(await fixture.found(id)).toMatchObject({ username: 'xiaoli', memberships: [{ role: 'drafter' }] });
  });

  test.each([
    ['a name that is taken', () => ({ username: 'clerk1', name: '某' }), 'name_taken'],
    ['nobody', () => ({ id: 'nobody' }), 'not_found'],
  ])('are not handed over to %s, and nothing is changed', async (_name, to, code) => {
    const leaver = await fixture.person('老王', { agencyId: fixture.agencies.town, role: 'drafter' });
    expect(await failureOf(fixture.keeper.account.handOver({ id: leaver.userId, to: to() }))).toMatchObject({ code });
    expect(await fixture.found(leaver.userId)).toMatchObject({ state: 'active', memberships: [{ role: 'drafter' }] });
  });

  test('are not transferred to a disabled account, or to one with incompatible roles', async () => {
    const leaver = await fixture.person('老王', { agencyId: fixture.agencies.town, role: 'drafter' });
    const auditor = (await fixture.signInOnDuty('审计员', 'auditor')).user!;
    const gone = await fixture.person('离职的人');
    await fixture.keeper.account.disable({ id: gone.userId });
    const to = (id: string) => failureOf(fixture.keeper.account.handOver({ id: leaver.userId, to: { id } }));
    expect(await to(auditor.userId)).toMatchObject({ code: 'duties_exclusive' });
    expect(await to(gone.userId)).toMatchObject({ code: 'account_disabled' });
    expect(await to(leaver.userId)).toMatchObject({ code: 'invalid_input' });
    expect(await fixture.found(leaver.userId)).toMatchObject({ state: 'active' });
  });
});
