import { createServices } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { hasUsers } from '@gongkai/db/account';
import { listAgencies } from '@gongkai/db/agency';
import { getSetting, putSetting } from '@gongkai/db/setting';
import { loadDemonstration } from '@gongkai/demo/load';
import type { Console } from '../terminal/console.ts';
import { assertDemonstrationNotExposed, type Exposure } from './exposure.ts';

/** Set with the data itself: marks every page, and keeps the site on this machine. */
const MARK = 'demonstration';

/**
 * Loads the demonstration county into an empty database, by itself only into the embedded one.
 * @param wanted what the person said, if anything
 * @returns whether the database holds the demonstration
 * @throws {Failure} where others could reach it
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
  // All or nothing: a load that is cut off leaves an empty database.
  await db.transaction(async (transaction) => {
    await loadDemonstration(transaction, createServices({ db: transaction, clock: () => new Date() }));
    await putSetting(transaction, MARK, true);
  });
  await maintain();
  return true;
}
