import { agenciesAndBelow, agencyAndAbove } from '@gongkai/db';
import type { SignedInUser } from '../common/actor.ts';
import type { Dependencies } from '../common/dependencies.ts';
import type { Role } from './schemas.ts';

/** Whether a person has the role for the agency, or for one above it. */
export async function hasRole(
  { db }: Dependencies,
  user: SignedInUser,
  role: Role,
  agencyId: string,
): Promise<boolean> {
  const held = agenciesHeld(user, role);
  if (held.length === 0) return false;
  const above = await agencyAndAbove(db, agencyId);
  return above.some((id) => held.includes(id));
}

/** Every agency for which a person has the role. */
export async function agenciesWithRole({ db }: Dependencies, user: SignedInUser, role: Role): Promise<string[]> {
  const held = agenciesHeld(user, role);
  return held.length === 0 ? [] : agenciesAndBelow(db, held);
}

function agenciesHeld({ grants }: SignedInUser, role: Role): string[] {
  return grants.filter((grant) => grant.role === role).map(({ agencyId }) => agencyId);
}
