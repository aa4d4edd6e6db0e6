import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { draft } from '../tables/draft.ts';
import { ofReport, type ReportKey } from './report-key.ts';

export type Draft = typeof draft.$inferSelect;

export type DraftSummary = Omit<Draft, 'body'>;

export interface DraftToSave extends ReportKey {
  form: string;
  body: string;
  basedOn: number | null;
  savedBy: string | null;
  /** What the editor had before it: the draft's lock version, or 0 where there was none. */
  lockVersion: number;
}

/** Either it was saved, or it was not because the draft had been changed meanwhile: then as it is now, if it still is. */
export type SaveOutcome = { saved: DraftSummary } | { conflict: Draft | undefined };

const { body: _, ...summary } = getTableColumns(draft);

export async function getDraft(db: Database, key: ReportKey): Promise<Draft | undefined> {
  const [found] = await db.select().from(draft).where(ofReport(draft, key));
  return found;
}

export function listDrafts(db: Database, agencyIds: string[]): Promise<DraftSummary[]> {
  return db.select(summary).from(draft).where(inArray(draft.agencyId, agencyIds));
}

/** Saves a draft only over that which its editor had seen. */
export async function saveDraft(db: Database, { lockVersion, ...row }: DraftToSave): Promise<SaveOutcome> {
  const [saved] =
    lockVersion === 0
      ? await db
          .insert(draft)
          .values({ ...row, lockVersion: 1 })
          .onConflictDoNothing()
          .returning(summary)
      : await db
          .update(draft)
          .set({ ...row, lockVersion: lockVersion + 1, savedAt: sql`now()` })
          .where(and(ofReport(draft, row), eq(draft.lockVersion, lockVersion)))
          .returning(summary);
  return saved ? { saved } : { conflict: await getDraft(db, row) };
}

/** @returns whether it was there, as the editor had seen it */
export async function deleteDraft(db: Database, key: ReportKey, lockVersion: number): Promise<boolean> {
  const deleted = await db
    .delete(draft)
    .where(and(ofReport(draft, key), eq(draft.lockVersion, lockVersion)))
    .returning({ year: draft.year });
  return deleted.length > 0;
}
