import { and, asc, eq, getTableColumns, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { user } from '../../tables/auth.ts';
import { draft } from '../../tables/draft.ts';
import { appendAuditEntryFrom, type NewAuditEntry } from '../audit/audit-trail.ts';
import { ofReport, type ReportKey } from '../common/report-key.ts';

type Row = typeof draft.$inferSelect;

/** A draft, and the name of the person who last saved it. */
export type Draft = Row & { savedByName: string | null };

export type DraftSummary = Omit<Draft, 'body' | 'provenance'>;

/** Absent optional fields are not changed. */
export type DraftToSave = Omit<Row, 'savedAt' | 'provenance' | 'basedOn' | 'rollUp' | 'note' | 'authors'> & {
  provenance?: string | null;
  basedOn?: number | null;
  rollUp?: number | null;
  note?: string | null;
  /** Authors of the revision from which a new draft is made. */
  authors?: string[];
  /** The draft's lock version that the editor has seen, or 0 if there was no draft. */
  lockVersion: number;
};

/**
 * The saved version, or a conflict because the draft was changed in the meantime, with the current draft if it still
 * exists.
 */
export type SaveOutcome = { saved: { lockVersion: number; savedAt: Date } } | { conflict: Draft | undefined };

const { body, provenance, ...others } = getTableColumns(draft);
const summary = { ...others, savedByName: user.name };
const saveResult = { lockVersion: draft.lockVersion, savedAt: draft.savedAt };

export async function getDraft(db: Database, key: ReportKey): Promise<Draft | undefined> {
  const [found] = await db
    .select({ ...summary, body, provenance })
    .from(draft)
    .leftJoin(user, eq(user.id, draft.savedBy))
    .where(ofReport(draft, key));
  return found;
}

export function listDrafts(db: Database, agencyIds: string[]): Promise<DraftSummary[]> {
  return db
    .select(summary)
    .from(draft)
    .leftJoin(user, eq(user.id, draft.savedBy))
    .where(inArray(draft.agencyId, agencyIds))
    .orderBy(asc(draft.year), asc(draft.agencyId), asc(draft.kind));
}

/**
 * Saves a draft only over the version that its editor has seen.
 * @param entry is added to the audit trail if an existing draft is overwritten; in one statement because clerks wait
 * for it
 */
export async function saveDraft(
  db: Database,
  { lockVersion, authors = [], ...row }: DraftToSave,
  entry?: NewAuditEntry,
): Promise<SaveOutcome> {
  const hand = row.savedBy === null ? [] : [row.savedBy];
  if (lockVersion === 0) {
    const [made] = await db
      .insert(draft)
      .values({ ...row, authors: [...new Set([...authors, ...hand])], lockVersion: 1 })
      .onConflictDoNothing()
      .returning(saveResult);
    return made ? { saved: made } : { conflict: await getDraft(db, row) };
  }
  const save = db
    .update(draft)
    .set({ ...row, authors: joinedBy(row.savedBy), lockVersion: lockVersion + 1, savedAt: sql`now()` })
    .where(and(ofReport(draft, row), eq(draft.lockVersion, lockVersion)))
    .returning(saveResult);
  const [saved] = await (entry ? withEntry(db, save, entry) : save);
  return saved ? { saved } : { conflict: await getDraft(db, row) };
}

async function withEntry(db: Database, save: SQLWrapper, entry: NewAuditEntry) {
  const { rows } = await db.execute<{ lock_version: number; saved_at: string }>(
    sql`with saved as ${save}, noted as (${appendAuditEntryFrom(entry, sql`saved`)}) select * from saved`,
  );
  return rows.map((row) => ({ lockVersion: row.lock_version, savedAt: new Date(row.saved_at) }));
}

/** Sets the roll-up from which a draft's figures come, without changing its content. */
export async function setDraftRollUp(db: Database, key: ReportKey, rollUp: number): Promise<void> {
  await db.update(draft).set({ rollUp }).where(ofReport(draft, key));
}

/** @returns whether the draft existed in the version that the editor has seen */
export async function deleteDraft(db: Database, key: ReportKey, lockVersion: number): Promise<boolean> {
  const deleted = await db
    .delete(draft)
    .where(and(ofReport(draft, key), eq(draft.lockVersion, lockVersion)))
    .returning({ year: draft.year });
  return deleted.length > 0;
}

/** Adds the person who saves to the authors. */
function joinedBy(userId: string | null): SQL {
  const { authors } = draft;
  return userId === null
    ? sql`${authors}`
    : sql`case when ${userId} = any(${authors}) then ${authors} else array_append(${authors}, ${userId}) end`;
}
