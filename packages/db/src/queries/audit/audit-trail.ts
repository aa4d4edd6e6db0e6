import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, isNull, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { auditCheckpoint, auditEntry, auditLink } from '../../tables/audit.ts';

export type AuditEntry = typeof auditEntry.$inferSelect;
export type NewAuditEntry = Omit<AuditEntry, 'id' | 'at'>;
export type AuditLink = typeof auditLink.$inferSelect;
export type AuditCheckpoint = typeof auditCheckpoint.$inferSelect;

/** A link with its entry; `null` if the entry is missing. */
export type SealedEntry = AuditLink & { readonly entry: AuditEntry | null };

/** Advisory lock, with an arbitrary unique number, so that one process seals at a time. */
const SEAL_LOCK = 4_961_720_241;

export async function appendAuditEntry(db: Database, entry: NewAuditEntry): Promise<void> {
  await db.insert(auditEntry).values(entry);
}

/** Builds a statement that appends one entry per row of a relation, to be part of a query that changes data. */
export function appendAuditEntryFrom(entry: NewAuditEntry, relation: SQL): SQL {
  const { userId, username, address, requestId, action, agencyId, year, kind, outcome, before, after, note } = entry;
  return sql`insert into ${auditEntry} (user_id, username, address, request_id, action, agency_id, year, kind, outcome, before, after, note)
    select ${userId}, ${username}, ${address}, ${requestId}, ${action}, ${agencyId}, ${year}::int, ${kind}, ${outcome}, ${before}, ${after}, ${note}
    from ${relation}`;
}

/** Tries to take the sealer's lock until the end of the transaction. @returns whether it was free */
export async function lockAuditSeal(transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(${SEAL_LOCK}) as locked`,
  );
  return rows[0]!.locked;
}

/**
 * Lists entries without a link, the oldest first.
 * @param since excludes older entries, so that a sealer need not read all
 */
export function listUnsealed(
  db: Database,
  { since, limit }: { since?: Date | undefined; limit: number },
): Promise<AuditEntry[]> {
  return db
    .select(getTableColumns(auditEntry))
    .from(auditEntry)
    .leftJoin(auditLink, eq(auditLink.entryId, auditEntry.id))
    .where(and(isNull(auditLink.position), since && gte(auditEntry.at, since)))
    .orderBy(asc(auditEntry.id))
    .limit(limit);
}

export async function appendAuditLinks(db: Database, links: AuditLink[]): Promise<void> {
  await db.insert(auditLink).values(links);
}

export async function lastAuditLink(db: Database): Promise<AuditLink | undefined> {
  const [last] = await db.select().from(auditLink).orderBy(desc(auditLink.position)).limit(1);
  return last;
}

/** Lists links with their entries, in the order of the chain. */
export function listSealed(db: Database, { after, limit }: { after: number; limit: number }): Promise<SealedEntry[]> {
  return db
    .select({ ...getTableColumns(auditLink), entry: auditEntry })
    .from(auditLink)
    .leftJoin(auditEntry, eq(auditEntry.id, auditLink.entryId))
    .where(gt(auditLink.position, after))
    .orderBy(asc(auditLink.position))
    .limit(limit);
}

export async function appendAuditCheckpoint(db: Database, checkpoint: AuditCheckpoint): Promise<void> {
  await db.insert(auditCheckpoint).values(checkpoint).onConflictDoNothing();
}

/** Lists the checkpoints in the order of the chain. */
export function listAuditCheckpoints(db: Database): Promise<AuditCheckpoint[]> {
  return db.select().from(auditCheckpoint).orderBy(asc(auditCheckpoint.position));
}

/** Returns the checkpoint with the highest position. */
export async function lastAuditCheckpoint(db: Database): Promise<AuditCheckpoint | undefined> {
  const [last] = await db.select().from(auditCheckpoint).orderBy(desc(auditCheckpoint.position)).limit(1);
  return last;
}

/** Returns the last position up to which every entry is older than a moment; 0 if there is none. */
export async function lastSealedBefore(db: Database, moment: Date): Promise<number> {
  const [youngerFirst] = await db
    .select({ position: auditLink.position })
    .from(auditLink)
    .innerJoin(auditEntry, eq(auditEntry.id, auditLink.entryId))
    .where(gte(auditEntry.at, moment))
    .orderBy(asc(auditLink.position))
    .limit(1);
  if (youngerFirst) return youngerFirst.position - 1;
  return (await lastAuditLink(db))?.position ?? 0;
}

/**
 * Deletes the entries up to a checkpoint; the database refuses to delete entries younger than half a year.
 * @returns the number of deleted entries
 */
export function pruneAudit(db: Database, through: number): Promise<number> {
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`select set_config('gongkai.prune', 'on', true)`);
    const linked = transaction
      .select({ id: auditLink.entryId })
      .from(auditLink)
      .where(lte(auditLink.position, through));
    const removed = await transaction
      .delete(auditEntry)
      .where(inArray(auditEntry.id, linked))
      .returning({ id: auditEntry.id });
    await transaction.delete(auditLink).where(lte(auditLink.position, through));
    return removed.length;
  });
}

/** Filter of audit entries. */
export interface AuditFilter {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly userId?: string | undefined;
  readonly username?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly action?: string | undefined;
  readonly failed?: boolean | undefined;
  /** Selects entries older than the one with this id. */
  readonly before?: number | undefined;
}

export function listAuditEntries(db: Database, filter: AuditFilter, limit: number): Promise<AuditEntry[]> {
  const { from, to, userId, username, agencyId, action, failed, before } = filter;
  const conditions: (SQL | undefined)[] = [
    from && gte(auditEntry.at, from),
    to && lt(auditEntry.at, to),
    userId === undefined ? undefined : eq(auditEntry.userId, userId),
    username === undefined ? undefined : eq(auditEntry.username, username),
    agencyId === undefined ? undefined : eq(auditEntry.agencyId, agencyId),
    action === undefined ? undefined : sql`starts_with(${auditEntry.action}, ${action})`,
    failed ? sql`${auditEntry.outcome} <> 'ok'` : undefined,
    before === undefined ? undefined : lt(auditEntry.id, before),
  ];
  return db
    .select()
    .from(auditEntry)
    .where(and(...conditions))
    .orderBy(desc(auditEntry.id))
    .limit(limit);
}
