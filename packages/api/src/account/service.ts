import { getAccount, grantMembership, listAgencies, listMemberships } from '@gongkai/db';
import { limits } from '@gongkai/schema';
import { hashPassword } from 'better-auth/crypto';
import { record } from '../audit/record.ts';
import { installation, type Grant, type SignedInUser } from '../common/actor.ts';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { enter } from '../register/keep.ts';
import { useFirstToken } from './first-link.ts';
import { requireSeparateDuties, toHeld, toRows } from './held.ts';
import { add } from './keeping.ts';
import { passwordExpiry, policyOf } from './policy.ts';
import type { ClaimFirstInput, Claimed, Duty, Me, NewAccount, Pending, SignInOptions } from './schemas.ts';

export { issueFirstToken } from './first-link.ts';
export { issue, list, update } from './keeping.ts';
export { changePassword, endOtherSessions, endSession, sessions, touch } from './own.ts';
export { changeRoles, handOver } from './role-changes.ts';
export { agenciesWithRole, hasRole, hasRoleAbove } from './roles.ts';
export { disable, enable, resetPassword, resetSecondFactor, unlock } from './standing.ts';

/** The person of a session, with what they may do where; undefined where nobody may sign in with the account. */
export async function signedIn(
  deps: Dependencies,
  userId: string,
  session?: NonNullable<SignedInUser['session']>,
): Promise<SignedInUser | undefined> {
  const [account, memberships] = await Promise.all([getAccount(deps.db, userId), listMemberships(deps.db, userId)]);
  if (!account || account.disabledAt) return undefined;
  const { memberships: roles, duties } = toHeld(memberships);
  const grants = roles.map(({ agencyId, role }): Grant => ({ agencyId, role }));
  const pending = pendingOf(deps, account, session);
  const { username, name } = account;
  return { userId, username, name, grants, duties, ...(session && { session }), ...(pending && { pending }) };
}

type Account = NonNullable<Awaited<ReturnType<typeof getAccount>>>;

/** What must be done first. Whoever came through the office's own sign-in service has met its rules instead. */
function pendingOf(deps: Dependencies, account: Account, session: SignedInUser['session']): Pending | undefined {
  if (session?.method === 'oidc') return undefined;
  const policy = policyOf(deps);
  const expiry = passwordExpiry(account.passwordChangedAt, policy);
  if (account.mustChangePassword || (expiry && expiry <= deps.clock())) return 'changePassword';
  return policy.secondFactorRequired && !account.secondFactor ? 'enrolSecondFactor' : undefined;
}

/** What the page for signing in offers. */
export async function signInOptions(deps: Dependencies): Promise<SignInOptions> {
  const { oidcName } = policyOf(deps);
  return { oidcName };
}

/** Who is signed in, as the admin app shows it. */
export async function me(deps: Dependencies, user: SignedInUser): Promise<Me> {
  const { userId, username, name, grants, duties, pending } = user;
  const [agencies, account] = await Promise.all([
    listAgencies(deps.db, { ids: grants.map(({ agencyId }) => agencyId) }),
    getAccount(deps.db, userId),
  ]);
  const nameOf = new Map(agencies.map((agency) => [agency.id, agency.name]));
  const policy = policyOf(deps);
  return {
    ...{ id: userId, username, name, duties: [...duties], pending: pending ?? null },
    memberships: grants.map((grant) => ({ ...grant, agencyName: nameOf.get(grant.agencyId) ?? '' })),
    secondFactor: account?.secondFactor ?? false,
    secondFactorRequired: policy.secondFactorRequired,
    passwordExpires: (account && passwordExpiry(account.passwordChangedAt, policy)?.toISOString()) ?? null,
    idleMinutes: policy.idleMinutes,
  };
}

/**
 * Makes an account with a password that its owner knows, with its roles and duties, for a command of the installation.
 * @returns its id
 * @throws {ApiError} name_taken, duties_exclusive
 */
export function create(
  deps: Dependencies,
  account: NewAccount,
  grants: readonly Grant[],
  duties: readonly Duty[] = [],
): Promise<string> {
  return inTransaction(deps, async (deps) => {
    const id = await make(deps, account, grants, duties);
    const { username, name } = account;
    await record(deps, installation, { action: 'account.create', after: { username, name, grants, duties } });
    return id;
  });
}

async function make(
  deps: Dependencies,
  { username, name, password }: NewAccount,
  grants: readonly Grant[],
  duties: readonly Duty[],
): Promise<string> {
  requireSeparateDuties({ grants, duties });
  const passwordHash = await hashPassword(password);
  const id = await add(deps, { username, name, email: null, passwordHash, mustChangePassword: false });
  for (const row of toRows(id, { grants, duties })) await grantMembership(deps.db, row);
  return id;
}

/**
 * Makes the first agency, and the first account, which keeps all others and sees no report, in exchange for the
 * one-time token.
 * @throws {ApiError} link_invalid, invalid_agency
 */
export function claimFirst(deps: Dependencies, { token, agency, ...account }: ClaimFirstInput): Promise<Claimed> {
  return inTransaction(deps, async (deps) => {
    await useFirstToken(deps, token);
    // As old as any report that may be entered for it.
    const agencyId = await enter(deps, { ...agency, validFrom: `${limits.firstYear}-01-01` });
    const { username, name } = account;
    const userId = await make(deps, account, [], ['securityAdministrator']);
    await record(deps, { userId, username }, { action: 'account.claimFirst', agencyId, after: { username, name } });
    return { username, agencyId };
  });
}
