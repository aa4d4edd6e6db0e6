import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { agencyPeriod } from '../../tables/agency.ts';
import { user } from '../../tables/auth.ts';
import { accountState } from '../../tables/account-state.ts';
import { membership } from '../../tables/membership.ts';
import { isCurrent } from '../agency/agencies.ts';

/** A role for an agency and all below it, or for the whole installation if the agency is `null`. */
export interface Membership {
  userId: string;
  agencyId: string | null;
  role: string;
}

/** A membership with the agency's current name. */
export type NamedMembership = Membership & { agencyName: string | null };

/** Lists the memberships of one or several accounts, ordered by the agency's name. */
export function listMemberships(db: Database, users: string | string[]): Promise<NamedMembership[]> {
  return db
    .select({
      userId: membership.userId,
      agencyId: membership.agencyId,
      role: membership.role,
      agencyName: agencyPeriod.name,
    })
    .from(membership)
    .leftJoin(agencyPeriod, and(eq(agencyPeriod.agencyId, membership.agencyId), isCurrent))
    .where(typeof users === 'string' ? eq(membership.userId, users) : inArray(membership.userId, users))
    .orderBy(agencyPeriod.name, membership.role);
}

/** Grants a role; has no effect if the user has it already. */
export async function grantMembership(db: Database, row: Membership): Promise<void> {
  await db.insert(membership).values(row).onConflictDoNothing();
}

export async function revokeMembership(db: Database, { userId, agencyId, role }: Membership): Promise<void> {
  const ofAgency = agencyId === null ? isNull(membership.agencyId) : eq(membership.agencyId, agencyId);
  await db.delete(membership).where(and(eq(membership.userId, userId), ofAgency, eq(membership.role, role)));
}

/** Lists the users by name who have the role for one of these agencies and can sign in. */
export function listHolders(
  db: Database,
  role: string,
  agencyIds: string[],
): Promise<{ userId: string; name: string }[]> {
  return db
    .selectDistinct({ userId: user.id, name: user.name })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .innerJoin(accountState, eq(accountState.userId, user.id))
    .where(and(isNull(accountState.disabledAt), eq(membership.role, role), inArray(membership.agencyId, agencyIds)))
    .orderBy(user.name);
}

/** Transfers every role of one account to another, which may have some of them already. */
export async function moveMemberships(transaction: Database, from: string, to: string): Promise<Membership[]> {
  const held = await transaction.delete(membership).where(eq(membership.userId, from)).returning();
  const moved = held.map(({ agencyId, role }) => ({ userId: to, agencyId, role }));
  for (const row of moved) await grantMembership(transaction, row);
  return moved;
}
