import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { membership } from '../tables/membership.ts';

/** A role for an agency and all below it; for the whole installation where the agency is `null`. */
export interface Membership {
  userId: string;
  agencyId: string | null;
  role: string;
}

export function listMemberships(db: Database, userId: string): Promise<Membership[]> {
  return db
    .select({ userId: membership.userId, agencyId: membership.agencyId, role: membership.role })
    .from(membership)
    .where(eq(membership.userId, userId));
}

/** Gives a role; nothing happens where the user has it already. */
export async function grantMembership(db: Database, row: Membership): Promise<void> {
  await db.insert(membership).values(row).onConflictDoNothing();
}

export async function revokeMembership(db: Database, { userId, agencyId, role }: Membership): Promise<void> {
  const ofAgency = agencyId === null ? isNull(membership.agencyId) : eq(membership.agencyId, agencyId);
  await db.delete(membership).where(and(eq(membership.userId, userId), ofAgency, eq(membership.role, role)));
}
