import type { Database } from '../database.ts';
import { user } from '../tables/auth.ts';

/** Whether anybody can sign in yet. */
export async function hasUsers(db: Database): Promise<boolean> {
  const found = await db.select({ id: user.id }).from(user).limit(1);
  return found.length > 0;
}
