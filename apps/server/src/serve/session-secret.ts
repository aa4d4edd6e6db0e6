import { randomBytes } from 'node:crypto';
import type { Database } from '@gongkai/db';
import { getSetting, putSettingOnce } from '@gongkai/db/setting';
import * as z from 'zod';

const KEY = 'session-secret';

/**
 * The secret that signs session cookies and encrypts second factors. It belongs to the installation, so that a backup
 * contains it.
 */
export async function loadSessionSecret(db: Database): Promise<string> {
  // If two processes start concurrently, one creates the secret and both read the same one.
  await putSettingOnce(db, KEY, randomBytes(32).toString('base64url'));
  return z
    .string()
    .min(43)
    .parse(await getSetting(db, KEY));
}
