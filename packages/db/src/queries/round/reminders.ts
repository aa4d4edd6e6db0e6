import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { reminder } from '../../tables/round.ts';

export type Reminder = typeof reminder.$inferSelect;

/**
 * Claims the reminder of a day to an address. Only one of several concurrent callers gets it, and no caller gets it
 * again that day unless it is released.
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

/** Records that the mail was sent. */
export async function confirmReminder(
  db: Database,
  { day, address }: Pick<Reminder, 'day' | 'address'>,
): Promise<void> {
  await db
    .update(reminder)
    .set({ sent: true })
    .where(and(eq(reminder.day, day), eq(reminder.address, address)));
}

/** Releases a reminder that could not be sent. */
export async function releaseReminder(
  db: Database,
  { day, address }: Pick<Reminder, 'day' | 'address'>,
): Promise<void> {
  await db.delete(reminder).where(and(eq(reminder.day, day), eq(reminder.address, address), eq(reminder.sent, false)));
}

/** Lists the reminders of the rounds, the latest first. */
export function listReminders(db: Database, roundIds: string[]): Promise<Reminder[]> {
  return db.select().from(reminder).where(inArray(reminder.roundId, roundIds)).orderBy(desc(reminder.at));
}
