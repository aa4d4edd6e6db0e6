import {
  countAccounts,
  countOnDuty,
  listAccounts,
  listMemberships,
  type AccountRow,
  type NamedMembership,
} from '@gongkai/db/account';
import { duty } from '../../common/roles.ts';
import type { Dependencies } from '../../common/dependencies.ts';
import { toAssignments } from '../assignments.ts';
import { realAddress } from '../commands/administration.ts';
import type { AccountPage, AccountQuery, ManagedAccount } from '../schemas.ts';

const pageSize = 50;

/** Lists accounts by user name, fifty per page. */
export async function list({ db, clock }: Dependencies, { search, state, page }: AccountQuery): Promise<AccountPage> {
  const filter = { search, state, now: clock() };
  const [rows, total, vacantDuties] = await Promise.all([
    listAccounts(db, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
    countAccounts(db, filter),
    vacant({ db }),
  ]);
  const memberships = await listMemberships(
    db,
    rows.map(({ id }) => id),
  );
  const accounts = rows.map((row) =>
    toManagedAccount(
      row,
      memberships.filter(({ userId }) => userId === row.id),
      filter.now,
    ),
  );
  return { accounts, total, pageSize, vacantDuties };
}

/** Returns the duties that no account able to sign in holds. */
async function vacant({ db }: Pick<Dependencies, 'db'>) {
  const numbers = await Promise.all(duty.options.map((held) => countOnDuty(db, held)));
  return duty.options.filter((_, index) => numbers[index] === 0);
}

function toManagedAccount(row: AccountRow, memberships: readonly NamedMembership[], now: Date): ManagedAccount {
  const { id, username, name, secondFactor, mustChangePassword } = row;
  const lockedUntil = row.lockedUntil !== null && row.lockedUntil > now ? row.lockedUntil.toISOString() : null;
  return {
    ...{ id, username, name, secondFactor, mustChangePassword },
    email: realAddress(row),
    state: row.disabledAt ? 'disabled' : lockedUntil ? 'locked' : 'active',
    lockedUntil,
    ...toAssignments(memberships),
    createdAt: row.createdAt.toISOString(),
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  };
}
