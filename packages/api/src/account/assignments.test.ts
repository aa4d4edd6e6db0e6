import { engines } from '@gongkai/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCaller } from '../router.ts';
import { openAccountScenario, type AccountScenario } from '../testing/account-scenario.ts';
import { failureOf } from '../testing/county-fixture.ts';

describe.each(engines)('duties on %s', (engine) => {
  let fixture: AccountScenario;
  // The holders of a duty are counted over the whole installation.
  beforeEach(async () => {
    fixture = await openAccountScenario(engine);
  });
  afterEach(() => fixture.close());

  test('are listed as vacant while no account holds them', async () => {
    expect((await fixture.keeper.account.list({})).vacantDuties).toEqual(['systemAdministrator', 'auditor']);
    await fixture.signInOnDuty('审计员', 'auditor');
    expect((await fixture.keeper.account.list({})).vacantDuties).toEqual(['systemAdministrator']);
  });

  test('leave at least one security administrator, even if two disable each other concurrently', async () => {
    const other = await fixture.signInOnDuty('另一位', 'securityAdministrator');
    const outcomes = await Promise.allSettled([
      fixture.keeper.account.disable({ id: other.user!.userId }),
      createCaller(other).account.disable({ id: fixture.keeperContext.user!.userId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await fixture.services.account.list({ state: 'active', page: 1 });
    expect(left.accounts).toMatchObject([{ duties: ['securityAdministrator'] }]);
  });

  test('are not taken from the last security administrator', async () => {
    const other = await fixture.signInOnDuty('另一位', 'securityAdministrator');
    const take = { duties: ['securityAdministrator' as const] };
    await fixture.keeper.account.changeRoles({ id: other.user!.userId, give: {}, take });
    // Simulates a call that passed the guard just before the duty of its caller was revoked.
    const call = fixture.services.account.changeRoles(other.user!, {
      id: fixture.keeperContext.user!.userId,
      give: { grants: [], duties: [] },
      take: { grants: [], ...take },
    });
    expect(await failureOf(call)).toMatchObject({ code: 'last_security_administrator' });
    expect((await fixture.found(fixture.keeperContext.user!.userId)).duties).toEqual(['securityAdministrator']);
  });
});
