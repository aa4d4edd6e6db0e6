import type { Engine } from '@gongkai/db';
import { createCaller } from '../router.ts';
import { openCountyFixture, type CountyFixture } from './county-fixture.ts';

/** Opens the county fixture with a security administrator. */
export async function openAccountScenario(engine: Engine) {
  const fixture = await openCountyFixture(engine);
  const keeperContext = await fixture.signInOnDuty('安全管理员', 'securityAdministrator');
  const keeper = createCaller(keeperContext);
  const person = async (...args: Parameters<CountyFixture['signIn']>) => (await fixture.signIn(...args)).user!;
  const found = async (id: string) => (await keeper.account.list({})).accounts.find((account) => account.id === id)!;
  /** Lists audit entries about accounts, the newest first. */
  const lines = async () => {
    const auditor = createCaller(await fixture.signInOnDuty('审计员', 'auditor'));
    return (await auditor.audit.list({ action: 'account.' })).lines;
  };
  return { ...fixture, keeper, keeperContext, person, found, lines };
}

export type AccountScenario = Awaited<ReturnType<typeof openAccountScenario>>;
