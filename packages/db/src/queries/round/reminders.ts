import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { reminder } from '../../tables/round.ts';

export type Reminder = typeof reminder.$inferSelect;

/**
 * Takes the reminder of a day to an address for the caller: of many at once one gets it, and nobody a second time
 * that day, unless it is given back.
 * @returns whether the caller is to send it
 */
export async function claimReminder(db: Database, row: Omit<Reminder, 'sent'>): Promise<boolean> {
  const claimed = await db
    .insert(reminder)
    .values({ ...row, sent: false })
    .onConflictDoNothing()
    .returning({ day: reminder.day });
  return claimed.length > 0;
}

/** Notes that the mail went out. */
export async function confirmReminder(
  db: Database,
  { day, address }: Pick<Reminder, 'day' | 'address'>,
): Promise<void> {
  await db
    .update(reminder)
    .set({ sent: true })
    .where(and(eq(reminder.day, day), eq(reminder.address, address)));
}

/** Gives a reminder back that could not be sent. */
export async function releaseReminder(
  db: Database,
  { day, address }: Pick<Reminder, 'day' | 'address'>,
): Promise<void> {
  await db.delete(reminder).where(and(eq(reminder.day, day), eq(reminder.address, address), eq(reminder.sent, false)));
}

/** Those of the rounds, the latest first. */
export function listReminders(db: Database, roundIds: string[]): Promise<Reminder[]> {
  return db.select().from(reminder).where(inArray(reminder.roundId, roundIds)).orderBy(desc(reminder.at));
}
