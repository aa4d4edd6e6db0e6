import { sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';

/** A stored fact that the audit trail does not contain, or contains differently. */
export interface AuditGap {
  readonly type: 'revision' | 'publication' | 'account' | 'membership';
  /** Identifies the fact: agency, year and revision number of a report, or a user name with a role. */
  readonly subject: string;
  /** `otherDigest`: the trail holds another digest of the revision. */
  readonly problem: 'unrecorded' | 'otherDigest';
}

/**
 * Actions that grant roles. Their row and audit entry are written in one transaction with the same time to the
 * millisecond.
 */
const granting = sql`('account.create', 'account.claimFirst', 'account.changeRoles', 'account.handOver')`;
const publishing = sql`('publication.publish', 'publication.publishDue', 'publication.publishArchived', 'publication.withdraw')`;

/**
 * Compares stored data with the audit trail: every revision's digest, every publication, account and role must have its
 * entry.
 * @param since the beginning of the trail, if older entries were pruned
 */
export async function listAuditGaps(db: Database, since: Date, limit: number): Promise<AuditGap[]> {
  const from = sql`${since.toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ type: AuditGap['type']; subject: string; problem: AuditGap['problem'] }>(sql`
    with recorded as (
      select distinct agency_id, year, kind, (after::jsonb ->> 'revision')::int as number, after::jsonb ->> 'digest' as digest
      from audit_entry
      where outcome = 'ok' and kind is not null and after like '%"revision"%' and after like '%"digest"%'
    ), revisions as (
      select r.agency_id || ' ' || r.year || ' 年度第 ' || r.number || ' 版' as subject,
        r.created_at, count(recorded.digest) as lines, bool_or(recorded.digest <> r.digest) as differs
      from revision r left join recorded using (agency_id, year, kind, number)
      group by r.agency_id, r.year, r.kind, r.number
    ), publications as (
      select p.agency_id || ' ' || p.year || ' 年度' as subject, count(*) as events,
        (select count(*) from audit_entry e
          where e.agency_id = p.agency_id and e.year = p.year and e.kind = p.kind
            and e.outcome = 'ok' and e.action in ${publishing}) as lines
      from publication p where p.at >= ${from} group by p.agency_id, p.year, p.kind
    )
    select 'revision' as type, subject, case when differs then 'otherDigest' else 'unrecorded' end as problem
      from revisions where differs or (lines = 0 and created_at >= ${from})
    union all
    select 'publication', subject, 'unrecorded' from publications where lines < events
    union all
    select 'account', u.username, 'unrecorded' from "user" u
      where u.created_at >= ${from} and u.username not in (
        select e.after::jsonb ->> 'username' from audit_entry e
        where e.outcome = 'ok' and e.action in ('account.create', 'account.claimFirst') and e.after like '%"username"%')
    union all
    select 'membership', u.username || ' ' || m.role, 'unrecorded' from membership m join "user" u on u.id = m.user_id
      where m.created_at >= ${from} and not exists (
        select from audit_entry e
        where e.at = m.created_at::timestamptz(3) and e.outcome = 'ok' and e.action in ${granting})
    limit ${limit}`);
  return rows;
}

/** Returns the moment of the oldest entry; undefined if there is none. */
export async function auditBegins(db: Database): Promise<Date | undefined> {
  const { rows } = await db.execute<{ at: string | Date | null }>(sql`select min(at) as at from audit_entry`);
  const at = rows[0]?.at;
  return at ? new Date(at) : undefined;
}
