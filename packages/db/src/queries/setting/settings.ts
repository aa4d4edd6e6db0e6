import { eq } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { setting } from '../../tables/setting.ts';

/** @returns the JSON value, which the caller must parse */
export async function getSetting(db: Database, key: string): Promise<unknown> {
  const [found] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return found?.value;
}

export async function putSetting(db: Database, key: string, value: unknown): Promise<void> {
  await db.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}

/** Writes a setting only if it does not exist; only one of several concurrent callers writes it. */
export async function putSettingOnce(db: Database, key: string, value: unknown): Promise<void> {
  await db.insert(setting).values({ key, value }).onConflictDoNothing();
}

/** Deletes a setting; only one of several concurrent callers gets its value. */
export async function takeSetting(db: Database, key: string): Promise<unknown> {
  const [taken] = await db.delete(setting).where(eq(setting.key, key)).returning({ value: setting.value });
  return taken?.value;
}
