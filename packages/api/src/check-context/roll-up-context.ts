import type { Database } from '@gongkai/db';
import { listAgencies } from '@gongkai/db/agency';
import type { StoredRollUp } from '@gongkai/db/roll-up';
import type { AgencyKind, DueBody, Report, RollUpContext } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';
import { loadRollUpMembers, partitionByInclusion, type RollUpMember } from './roll-up-members.ts';
import { loadRollUpReports, findRollUp } from './roll-up-parts.ts';

/**
 * Loads the check context of a consolidated report: the reports that were added up and the bodies due. A report that
 * was not added up here is compared with its children's reports, if all of them exist.
 */
export async function loadRollUpContext(
  db: Database,
  { agencyId, year, kind }: ReportKey,
  report: Report,
  number: number | null,
  seen: { publicOnly?: boolean } = {},
): Promise<RollUpContext | undefined> {
  if (kind !== 'consolidated') return undefined;
  // The queries run one after the other because a transaction has one connection.
  const bodies = await loadRollUpMembers(db, { agencyId, year }, seen);
  const stored = await findRollUp(db, { agencyId, year }, number);
  if (stored) return contextOf(db, stored, bodies);
  const { parts, absences } = partitionByInclusion(bodies);
  if (parts.length === 0 || absences.some(({ cause }) => cause === 'missing')) return undefined;
  const reports = await loadRollUpReports(db, year, parts);
  // Forms may differ in the first year of a new one; a sum over different forms would be meaningless.
  return reports.every((part) => part.report.form === report.form) ? { parts: reports, origin: 'edited' } : undefined;
}

async function contextOf(
  db: Database,
  { year, parts, absences }: StoredRollUp,
  bodies: RollUpMember[],
): Promise<RollUpContext> {
  const bodyOf = new Map(bodies.map((body) => [body.agency.id, body]));
  const unknown = [...parts.map(({ partId }) => partId), ...absences.map(({ bodyId }) => bodyId)].filter(
    (id) => !bodyOf.has(id),
  );
  const others = new Map((await listAgencies(db, { ids: unknown })).map((agency) => [agency.id, agency]));
  const nameOf = (id: string) => (bodyOf.get(id)?.agency ?? others.get(id))!;
  const reports = await loadRollUpReports(db, year, parts);
  const due = [
    ...parts.map(({ partId }) => dueBody(nameOf(partId), true, true, null)),
    ...absences
      .filter(({ cause }) => cause === 'missing')
      .map(({ bodyId, reason }) =>
        dueBody(nameOf(bodyId), bodyOf.get(bodyId)?.includedRevision !== undefined, false, reason),
      ),
  ];
  return {
    // A figure of a roll-up differs from the sum only if it was edited by hand.
    origin: 'edited',
    due,
    parts: parts.map(({ partId }, index) => {
      const current = bodyOf.get(partId)?.includedRevision?.digest;
      return { ...reports[index]!, ...(current && { currentDigest: current }) };
    }),
  };
}

function dueBody(
  { name, kind }: { name: string; kind: AgencyKind },
  accepted: boolean,
  included: boolean,
  reason: string | null,
): DueBody {
  return { name, accepted, included, kind, ...(reason !== null && { reason }) };
}
