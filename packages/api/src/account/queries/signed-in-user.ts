import { getAccount, listMemberships, listSessions } from '@gongkai/db/account';
import { listAgencies } from '@gongkai/db/agency';
import type { Grant, SignedInUser } from '../../common/actor.ts';
import type { Dependencies } from '../../common/dependencies.ts';
import { signInMethod, type Pending } from '../../common/roles.ts';
import { toAssignments } from '../assignments.ts';
import { minutesBefore, passwordExpiry, policyOf } from '../auth/policy.ts';
import type { Me, OwnSession, SignInOptions } from '../schemas.ts';

/** Returns the user of a session with roles and duties; undefined if the account is missing or disabled. */
export async function signedIn(
  deps: Dependencies,
  userId: string,
  session?: NonNullable<SignedInUser['session']>,
): Promise<SignedInUser | undefined> {
  const [account, memberships] = await Promise.all([getAccount(deps.db, userId), listMemberships(deps.db, userId)]);
  if (!account || account.disabledAt) return undefined;
  const { memberships: roles, duties } = toAssignments(memberships);
  const grants = roles.map(({ agencyId, role }): Grant => ({ agencyId, role }));
  const pending = pendingOf(deps, account, session);
  const { username, name } = account;
  return { userId, username, name, grants, duties, ...(session && { session }), ...(pending && { pending }) };
}

type Account = NonNullable<Awaited<ReturnType<typeof getAccount>>>;

/**
 * Returns the action that must precede any other. With the office's own sign-in service, the service's rules apply
 * instead.
 */
function pendingOf(deps: Dependencies, account: Account, session: SignedInUser['session']): Pending | undefined {
  if (session?.method === 'oidc') return undefined;
  const policy = policyOf(deps);
  const expiry = passwordExpiry(account.passwordChangedAt, policy);
  if (account.mustChangePassword || (expiry && expiry <= deps.clock())) return 'changePassword';
  return policy.secondFactorRequired && !account.secondFactor ? 'enrolSecondFactor' : undefined;
}

/** Returns the options of the sign-in page. */
export async function signInOptions(deps: Dependencies): Promise<SignInOptions> {
  const { oidcName } = policyOf(deps);
  return { oidcName };
}

/** Returns the signed-in user as the admin app shows it. */
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

/** Lists the user's own sessions, the most recently used first. */
export async function sessions(deps: Dependencies, { userId, session }: SignedInUser): Promise<OwnSession[]> {
  const now = deps.clock();
  const found = await listSessions(deps.db, userId, now, minutesBefore(now, policyOf(deps).idleMinutes));
  return found.map(({ id, userAgent, ipAddress, method, createdAt, updatedAt }) => ({
    id,
    current: id === session?.id,
    userAgent: userAgent ?? '',
    address: ipAddress ?? '',
    method: signInMethod.safeParse(method).data ?? 'password',
    createdAt: createdAt.toISOString(),
    lastSeenAt: updatedAt.toISOString(),
  }));
}
