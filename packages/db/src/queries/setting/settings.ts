import { eq } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { setting } from '../../tables/setting.ts';

/** @returns what JSON holds: to be parsed by who reads it */
export async function getSetting(db: Database, key: string): Promise<unknown> {
  const [found] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return found?.value;
}

export async function putSetting(db: Database, key: string, value: unknown): Promise<void> {
  await db.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}

/** Keeps a setting where there is none yet: of several callers at once, one writes it. */
export async function putSettingOnce(db: Database, key: string, value: unknown): Promise<void> {
  await db.insert(setting).values({ key, value }).onConflictDoNothing();
}

/** Removes a setting: of several callers at once, only one is given what it was. */
export async function takeSetting(db: Database, key: string): Promise<unknown> {
  const [taken] = await db.delete(setting).where(eq(setting.key, key)).returning({ value: setting.value });
  return taken?.value;
}
