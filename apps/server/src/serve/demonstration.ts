import { createServices } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { hasUsers } from '@gongkai/db/account';
import { listAgencies } from '@gongkai/db/agency';
import { getSetting, putSetting } from '@gongkai/db/setting';
import { loadDemonstration } from '@gongkai/demo/load';
import type { Console } from '../terminal/console.ts';
import { assertDemonstrationNotExposed, type Exposure } from './exposure.ts';

/** Stored with the data: labels every page, and restricts the site to this machine. */
const MARK = 'demonstration';

/**
 * Loads the demonstration county into an empty database; without an explicit option, only into the embedded database.
 * @param wanted the user's choice, if any
 * @returns true if the database holds the demonstration
 * @throws {Failure} if other machines could reach it
 */
export async function prepareDemonstration(
  { db, engine, maintain }: OpenDatabase,
  {
    wanted = engine === 'pglite',
    exposure,
    console,
  }: { wanted?: boolean | undefined; exposure: Exposure; console: Console },
): Promise<boolean> {
  if ((await getSetting(db, MARK)) !== undefined) {
    assertDemonstrationNotExposed(exposure);
    return true;
  }
  if (!wanted || (await hasUsers(db)) || (await listAgencies(db)).length > 0) return false;
  assertDemonstrationNotExposed(exposure);
  console.note('正在装入演示数据……\n');
  // One transaction, so that an interrupted load leaves an empty database.
  await db.transaction(async (transaction) => {
    await loadDemonstration(transaction, createServices({ db: transaction, clock: () => new Date() }));
    await putSetting(transaction, MARK, true);
  });
  await maintain();
  return true;
}
