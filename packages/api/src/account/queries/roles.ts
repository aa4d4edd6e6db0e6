import { agenciesAndBelow, agencyAndAbove } from '@gongkai/db/agency';
import type { SignedInUser } from '../../common/actor.ts';
import type { Dependencies } from '../../common/dependencies.ts';
import type { Role } from '../../common/roles.ts';

/** Returns whether a person has one of the roles for the agency, or for one above it. */
export async function hasRole(
  deps: Dependencies,
  user: SignedInUser,
  roles: readonly Role[],
  agencyId: string,
): Promise<boolean> {
  return (await heldOnTheWayUp(deps, user, roles, agencyId)).length > 0;
}

/** Returns whether a person has one of the roles for an agency above this one, and so for all its siblings. */
export async function hasRoleAbove(
  deps: Dependencies,
  user: SignedInUser,
  roles: readonly Role[],
  agencyId: string,
): Promise<boolean> {
  return (await heldOnTheWayUp(deps, user, roles, agencyId)).some((id) => id !== agencyId);
}

async function heldOnTheWayUp(
  { db }: Dependencies,
  user: SignedInUser,
  roles: readonly Role[],
  agencyId: string,
): Promise<string[]> {
  const held = agenciesHeld(user, roles);
  if (held.length === 0) return [];
  return (await agencyAndAbove(db, agencyId)).filter((id) => held.includes(id));
}

/** Returns every agency for which a person has one of the roles. */
export async function agenciesWithRole(
  { db }: Dependencies,
  user: SignedInUser,
  roles: readonly Role[],
): Promise<string[]> {
  const held = agenciesHeld(user, roles);
  return held.length === 0 ? [] : agenciesAndBelow(db, held);
}

function agenciesHeld({ grants }: SignedInUser, roles: readonly Role[]): string[] {
  return grants.filter((grant) => roles.includes(grant.role)).map(({ agencyId }) => agencyId);
}
