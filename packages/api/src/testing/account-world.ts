import type { Engine } from '@gongkai/db';
import { createCaller } from '../router.ts';
import { openWorld, type World } from './world.ts';

/** The small place with somebody who keeps its accounts. */
export async function openAccountWorld(engine: Engine) {
  const world = await openWorld(engine);
  const keeperContext = await world.signInOnDuty('安全管理员', 'securityAdministrator');
  const keeper = createCaller(keeperContext);
  const person = async (...args: Parameters<World['signIn']>) => (await world.signIn(...args)).user!;
  const found = async (id: string) => (await keeper.account.list({})).accounts.find((account) => account.id === id)!;
  /** Lines of the audit trail about accounts, the newest first. */
  const lines = async () => {
    const auditor = createCaller(await world.signInOnDuty('审计员', 'auditor'));
    return (await auditor.audit.list({ action: 'account.' })).lines;
  };
  return { ...world, keeper, keeperContext, person, found, lines };
}

export type AccountWorld = Awaited<ReturnType<typeof openAccountWorld>>;
