import { engines } from '@gongkai/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCaller } from '../router.ts';
import { openAccountWorld, type AccountWorld } from '../testing/account-world.ts';
import { failureOf } from '../testing/world.ts';

describe.each(engines)('duties on %s', (engine) => {
  let world: AccountWorld;
  // Who holds them is counted over the whole installation.
  beforeEach(async () => {
    world = await openAccountWorld(engine);
  });
  afterEach(() => world.close());

  test('that nobody holds yet are told', async () => {
    expect((await world.keeper.account.list({})).vacantDuties).toEqual(['systemAdministrator', 'auditor']);
    await world.signInOnDuty('审计员', 'auditor');
    expect((await world.keeper.account.list({})).vacantDuties).toEqual(['systemAdministrator']);
  });

  test('leave at least one security administrator, even where two disable each other at once', async () => {
    const other = await world.signInOnDuty('另一位', 'securityAdministrator');
    const outcomes = await Promise.allSettled([
      world.keeper.account.disable({ id: other.user!.userId }),
      createCaller(other).account.disable({ id: world.keeperContext.user!.userId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await world.services.account.list({ state: 'active', page: 1 });
    expect(left.accounts).toMatchObject([{ duties: ['securityAdministrator'] }]);
  });

  test('are not taken from the last security administrator', async () => {
    const other = await world.signInOnDuty('另一位', 'securityAdministrator');
    const take = { duties: ['securityAdministrator' as const] };
    await world.keeper.account.changeRoles({ id: other.user!.userId, give: {}, take });
    // As if the guard had let somebody through whose duty has just been taken.
    const call = world.services.account.changeRoles(other.user!, {
      id: world.keeperContext.user!.userId,
      give: { grants: [], duties: [] },
      take: { grants: [], ...take },
    });
    expect(await failureOf(call)).toMatchObject({ code: 'last_security_administrator' });
    expect((await world.found(world.keeperContext.user!.userId)).duties).toEqual(['securityAdministrator']);
  });
});
