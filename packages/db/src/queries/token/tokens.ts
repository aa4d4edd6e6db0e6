import { and, desc, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { agencyPeriod } from '../../tables/agency.ts';
import { user } from '../../tables/auth.ts';
import { apiToken, submission } from '../../tables/token.ts';
import { isCurrent } from '../agency/agencies.ts';

export type ApiToken = typeof apiToken.$inferSelect;

/** A token with the names of its agency and of its creator. */
export type NamedApiToken = ApiToken & { agencyName: string; createdByName: string };

export async function addApiToken(db: Database, row: typeof apiToken.$inferInsert): Promise<void> {
  await db.insert(apiToken).values(row);
}

export async function findApiToken(db: Database, sha256: string): Promise<ApiToken | undefined> {
  const [found] = await db.select().from(apiToken).where(eq(apiToken.sha256, sha256));
  return found;
}

/** Lists the tokens of one agency or of all, the newest first. */
export function listApiTokens(db: Database, agencyId?: string): Promise<NamedApiToken[]> {
  return db
    .select({ ...getTableColumns(apiToken), agencyName: agencyPeriod.name, createdByName: user.name })
    .from(apiToken)
    .innerJoin(agencyPeriod, and(eq(agencyPeriod.agencyId, apiToken.agencyId), isCurrent))
    .innerJoin(user, eq(user.id, apiToken.createdBy))
    .where(agencyId === undefined ? undefined : eq(apiToken.agencyId, agencyId))
    .orderBy(desc(apiToken.createdAt), desc(apiToken.id));
}

/** @returns the revoked token; undefined if there is no token with that id, or it was revoked before */
export async function revokeApiToken(
  db: Database,
  { id, agencyId, by, at }: { id: string; agencyId?: string | undefined; by: string | null; at: Date },
): Promise<ApiToken | undefined> {
  const which = agencyId === undefined ? undefined : eq(apiToken.agencyId, agencyId);
  const [revoked] = await db
    .update(apiToken)
    .set({ revokedAt: at, revokedBy: by })
    .where(and(eq(apiToken.id, id), which, isNull(apiToken.revokedAt)))
    .returning();
  return revoked;
}

export async function touchApiToken(db: Database, id: string, at: Date): Promise<void> {
  await db.update(apiToken).set({ lastUsedAt: at }).where(eq(apiToken.id, id));
}

export type Submission = typeof submission.$inferSelect;

export async function findSubmission(db: Database, agencyId: string, key: string): Promise<Submission | undefined> {
  const [found] = await db
    .select()
    .from(submission)
    .where(and(eq(submission.agencyId, agencyId), eq(submission.key, key)));
  return found;
}

export async function addSubmission(db: Database, row: typeof submission.$inferInsert): Promise<void> {
  await db.insert(submission).values(row);
}
