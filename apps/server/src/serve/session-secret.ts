import { randomBytes } from 'node:crypto';
import type { Database } from '@gongkai/db';
import { getSetting, putSettingOnce } from '@gongkai/db/setting';
import * as z from 'zod';

const KEY = 'session-secret';

/** What session cookies are signed and second factors encrypted with: the installation's own, so that a backup holds it. */
export async function loadSessionSecret(db: Database): Promise<string> {
  // Of two processes that start at once, one makes it and both read the same.
  await putSettingOnce(db, KEY, randomBytes(32).toString('base64url'));
  return z
    .string()
    .min(43)
    .parse(await getSetting(db, KEY));
}
