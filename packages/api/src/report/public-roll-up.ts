import type { Database } from '@gongkai/db';
import { listAgencies } from '@gongkai/db/agency';
import { findRollUp } from '../check-context/roll-up-parts.ts';
import type { ReportKey } from '../common/schemas.ts';
import type { PublicRollUp } from './schemas.ts';

/** Loads the roll-up of a public revision; undefined if it was not added up here. */
export async function loadPublicRollUp(
  db: Database,
  key: Pick<ReportKey, 'agencyId' | 'year'>,
  number: number | null,
): Promise<PublicRollUp | undefined> {
  const stored = await findRollUp(db, key, number);
  if (!stored) return undefined;
  const ids = [...stored.parts.map(({ partId }) => partId), ...stored.absences.map(({ bodyId }) => bodyId)];
  const names = new Map((await listAgencies(db, { ids })).map(({ id, name }) => [id, name]));
  return {
    parts: stored.parts.map(({ partId, kind, digest, handedInOn, dueOn }) => ({
      ...{ agencyId: partId, agencyName: names.get(partId) ?? '', kind, digest, handedInOn },
      late: handedInOn > dueOn,
    })),
    absences: stored.absences.map(({ bodyId, cause, reason }) => ({
      ...{ agencyId: bodyId, agencyName: names.get(bodyId) ?? '', cause },
      ...(reason !== null && { reason }),
    })),
  };
}
