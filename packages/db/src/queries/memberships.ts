import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { agencyPeriod } from '../tables/agency.ts';
import { user } from '../tables/auth.ts';
import { membership } from '../tables/membership.ts';
import { isCurrent } from './agencies.ts';

/** A role for an agency and all below it; for the whole installation where the agency is `null`. */
export interface Membership {
  userId: string;
  agencyId: string | null;
  role: string;
}

/** With each agency's name, in its order. */
export function listMemberships(db: Database, userId: string): Promise<(Membership & { agencyName: string | null })[]> {
  return db
    .select({
      userId: membership.userId,
      agencyId: membership.agencyId,
      role: membership.role,
      agencyName: agencyPeriod.name,
    })
    .from(membership)
    .leftJoin(agencyPeriod, and(eq(agencyPeriod.agencyId, membership.agencyId), isCurrent))
    .where(eq(membership.userId, userId))
    .orderBy(agencyPeriod.name, membership.role);
}

/** Gives a role; nothing happens where the user has it already. */
export async function grantMembership(db: Database, row: Membership): Promise<void> {
  await db.insert(membership).values(row).onConflictDoNothing();
}

export async function revokeMembership(db: Database, { userId, agencyId, role }: Membership): Promise<void> {
  const ofAgency = agencyId === null ? isNull(membership.agencyId) : eq(membership.agencyId, agencyId);
  await db.delete(membership).where(and(eq(membership.userId, userId), ofAgency, eq(membership.role, role)));
}

/** Who has the role for one of these agencies, by name. */
export function listHolders(
  db: Database,
  role: string,
  agencyIds: string[],
): Promise<{ userId: string; name: string }[]> {
  return db
    .selectDistinct({ userId: user.id, name: user.name })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(membership.role, role), inArray(membership.agencyId, agencyIds)))
    .orderBy(user.name);
}
