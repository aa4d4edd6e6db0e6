import { addUser, createAgency, getUser, grantMembership, listAgencies, listMemberships } from '@gongkai/db';
import { limits } from '@gongkai/schema';
import { hashPassword } from 'better-auth/crypto';
import { ulid } from 'ulid';
import type { Grant, SignedInUser } from '../common/actor.ts';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import { useFirstToken } from './first-link.ts';
import { duty, role, type ClaimFirstInput, type Claimed, type Duty, type Me, type NewAccount } from './schemas.ts';

export { issueFirstToken } from './first-link.ts';
export { agenciesWithRole, hasRole } from './roles.ts';

/** The person of a session, with what they may do where; undefined where the account is gone. */
export async function signedIn({ db }: Dependencies, userId: string): Promise<SignedInUser | undefined> {
  const [user, memberships] = await Promise.all([getUser(db, userId), listMemberships(db, userId)]);
  if (!user) return undefined;
  const grants = memberships.flatMap(({ agencyId, role: held }): Grant[] => {
    const known = role.safeParse(held);
    return agencyId !== null && known.success ? [{ agencyId, role: known.data }] : [];
  });
  const duties = memberships.flatMap(({ agencyId, role: held }): Duty[] => {
    const known = duty.safeParse(held);
    return agencyId === null && known.success ? [known.data] : [];
  });
  return { userId, username: user.username ?? '', name: user.name, grants, duties };
}

/** Who is signed in, as the admin app shows it. */
export async function me({ db }: Dependencies, { userId, username, name, grants, duties }: SignedInUser): Promise<Me> {
  const agencies = await listAgencies(db, { ids: grants.map(({ agencyId }) => agencyId) });
  const nameOf = new Map(agencies.map((agency) => [agency.id, agency.name]));
  const memberships = grants.map((grant) => ({ ...grant, agencyName: nameOf.get(grant.agencyId) ?? '' }));
  return { id: userId, username, name, memberships, duties: [...duties] };
}

/**
 * Makes an account that signs in by user name, with its roles and duties.
 * @returns its id
 * @throws {ApiError} name_taken
 */
export async function create(
  deps: Dependencies,
  { username, name, password }: NewAccount,
  grants: readonly Grant[],
  duties: readonly Duty[] = [],
): Promise<string> {
  const id = ulid();
  // better-auth wants an address that is nobody else's; nothing is ever sent to this one.
  const person = { id, username, name, email: `${username}@localhost`, passwordHash: await hashPassword(password) };
  await inTransaction(deps, async ({ db }) => {
    if (!(await addUser(db, person))) throw new ApiError('name_taken');
    for (const grant of grants) await grantMembership(db, { userId: id, ...grant });
    for (const role of duties) await grantMembership(db, { userId: id, agencyId: null, role });
  });
  return id;
}

/**
 * Makes the first agency, and the first account with every role on it, in exchange for the one-time token.
 * @throws {ApiError} link_invalid
 */
export function claimFirst(deps: Dependencies, { token, agency, ...account }: ClaimFirstInput): Promise<Claimed> {
  return inTransaction(deps, async (deps) => {
    await useFirstToken(deps, token);
    // As old as any report that may be entered for it.
    const agencyId = await createAgency(deps.db, { ...agency, validFrom: `${limits.firstYear}-01-01` });
    await create(
      deps,
      account,
      role.options.map((role) => ({ agencyId, role })),
    );
    return { username: account.username, agencyId };
  });
}
