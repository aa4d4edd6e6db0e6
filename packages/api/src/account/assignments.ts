import { getAccount, listMemberships, type AccountRow, type NamedMembership } from '@gongkai/db/account';
import { listAgencies } from '@gongkai/db/agency';
import type { Actor, Grant } from '../common/actor.ts';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import { type Held, type Membership } from './schemas.ts';
import { type Duty, duty, role } from '../common/roles.ts';

/** Splits memberships into roles for agencies and duties for the installation. Unknown roles are left out. */
export function toAssignments(memberships: readonly NamedMembership[]): { memberships: Membership[]; duties: Duty[] } {
  return {
    memberships: memberships.flatMap(({ agencyId, agencyName, role: held }): Membership[] => {
      const known = role.safeParse(held);
      return agencyId !== null && known.success ? [{ agencyId, agencyName: agencyName ?? '', role: known.data }] : [];
    }),
    duties: memberships.flatMap(({ agencyId, role: held }): Duty[] => {
      const known = duty.safeParse(held);
      return agencyId === null && known.success ? [known.data] : [];
    }),
  };
}

/** Converts roles and duties to membership rows of one account. */
export function toRows(userId: string, { grants, duties }: { grants: readonly Grant[]; duties: readonly Duty[] }) {
  return [
    ...grants.map(({ agencyId, role }) => ({ userId, agencyId, role: role as string })),
    ...duties.map((held) => ({ userId, agencyId: null, role: held as string })),
  ];
}

/**
 * @throws {ApiError} duties_exclusive: the three duties belong to three people, none of whom works on reports (三员分立)
 */
export function requireSeparateDuties({
  grants,
  duties,
}: {
  grants: readonly unknown[];
  duties: readonly Duty[];
}): void {
  const different = new Set(duties).size;
  if (different > 1 || (different === 1 && grants.length > 0)) throw new ApiError('duties_exclusive');
}

/** Applies `requireSeparateDuties` to the current assignments of an account. @throws {ApiError} duties_exclusive */
export async function requireSeparateDutiesOf({ db }: Dependencies, userId: string): Promise<void> {
  const { memberships, duties } = toAssignments(await listMemberships(db, userId));
  requireSeparateDuties({ grants: memberships, duties });
}

/** @throws {ApiError} not_found */
export async function requireAgencies({ db }: Dependencies, { grants }: Pick<Held, 'grants'>): Promise<void> {
  const ids = [...new Set(grants.map(({ agencyId }) => agencyId))];
  if (ids.length > 0 && (await listAgencies(db, { ids })).length < ids.length)
    throw new ApiError('not_found', '所选的机关已经不在，请重新选择');
}

/** Returns an account other than the caller's own. @throws {ApiError} not_found, own_account */
export async function requireOther({ db }: Dependencies, actor: Actor, id: string): Promise<AccountRow> {
  if (actor.userId === id) throw new ApiError('own_account');
  const account = await getAccount(db, id);
  if (!account) throw new ApiError('not_found', '没有这个账号，请刷新列表');
  return account;
}

/** Returns the assignments of an account for the audit trail. */
export async function assignmentsOf({ db }: Dependencies, userId: string) {
  const { memberships, duties } = toAssignments(await listMemberships(db, userId));
  return { grants: memberships.map(({ agencyId, role }) => ({ agencyId, role })), duties };
}
