import { listAgencies } from '@gongkai/db/agency';
import { listAuditEntries } from '@gongkai/db/audit';
import { startOfDay, startOfNextDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../common/dependencies.ts';
import type { AuditLine, AuditPage, AuditQuery } from './schemas.ts';

export { verify } from './verify.ts';

/** Lists entries of the audit trail, the newest first. */
export async function list({ db }: Dependencies, { from, to, limit, ...others }: AuditQuery): Promise<AuditPage> {
  const filter = { ...others, from: from ? startOfDay(from) : undefined, to: to ? startOfNextDay(to) : undefined };
  const entries = await listAuditEntries(db, filter, limit + 1);
  const ids = [...new Set(entries.flatMap(({ agencyId }) => agencyId ?? []))];
  const nameOf = new Map((await listAgencies(db, { ids })).map(({ id, name }) => [id, name]));
  const lines = entries.slice(0, limit).map(({ at, agencyId, kind, ...entry }): AuditLine => ({
    ...entry,
    at: at.toISOString(),
    agencyId,
    agencyName: agencyId === null ? null : (nameOf.get(agencyId) ?? null),
    kind,
  }));
  return { lines, more: entries.length > limit };
}
