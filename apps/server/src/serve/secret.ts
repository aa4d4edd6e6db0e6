import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keepSecret } from '@gongkai/api';
import { getSetting, putSettingOnce, type Database } from '@gongkai/db';
import * as z from 'zod';
import type { Place } from './open.ts';

const KEY = 'session-secret';

/** What session cookies are signed with: a file beside the embedded database, or one for all processes on a server's. */
export function sessionSecret(db: Database, place: Place): Promise<string> {
  return 'directory' in place ? keepSecret(join(place.directory, KEY)) : sharedSecret(db);
}

async function sharedSecret(db: Database): Promise<string> {
  const fresh = randomBytes(32).toString('base64url');
  // Of two processes that start at once, one makes it and both read the same.
  await putSettingOnce(db, KEY, fresh);
  return z
    .string()
    .min(43)
    .parse(await getSetting(db, KEY));
}
