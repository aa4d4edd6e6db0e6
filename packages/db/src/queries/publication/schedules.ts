import { asc, eq, getTableColumns, lte, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { user } from '../../tables/auth.ts';
import { schedule } from '../../tables/schedule.ts';
import { ofReport, type ReportKey } from '../common/report-key.ts';

type Row = typeof schedule.$inferSelect;

/** A scheduled publication, and the name of its author. */
export type Schedule = Row & { userName: string | null };

/** Advisory lock, so that only one process on a server makes due publications at a time. */
const SCHEDULE_LOCK = 4_961_720_241;

/** Schedules the publication of a report and replaces an earlier schedule. */
export async function putSchedule(db: Database, row: Omit<typeof schedule.$inferInsert, 'at'>): Promise<void> {
  const { revision, due, userId } = row;
  await db
    .insert(schedule)
    .values(row)
    .onConflictDoUpdate({
      target: [schedule.agencyId, schedule.year, schedule.kind],
      set: { revision, due, userId, at: sql`now()` },
    });
}

export async function getSchedule(db: Database, key: ReportKey): Promise<Schedule | undefined> {
  const [found] = await db
    .select({ ...getTableColumns(schedule), userName: user.name })
    .from(schedule)
    .leftJoin(user, eq(user.id, schedule.userId))
    .where(ofReport(schedule, key));
  return found;
}

export async function deleteSchedule(db: Database, key: ReportKey): Promise<void> {
  await db.delete(schedule).where(ofReport(schedule, key));
}

/** Lists the scheduled publications that are due by a moment, the earliest first. */
export function listDue(db: Database, by: Date): Promise<ReportKey[]> {
  const { agencyId, year, kind } = schedule;
  return db.select({ agencyId, year, kind }).from(schedule).where(lte(schedule.due, by)).orderBy(asc(schedule.due));
}

/**
 * Claims the due publications for this process until the end of the transaction.
 * @returns whether no other process has claimed them
 */
export async function claimSchedule(transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute<{ claimed: boolean }>(
    sql`select pg_try_advisory_xact_lock(${SCHEDULE_LOCK}) as claimed`,
  );
  return rows[0]!.claimed;
}
