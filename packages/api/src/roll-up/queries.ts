import type { Database } from '@gongkai/db';
import { listAgencies } from '@gongkai/db/agency';
import { getDraft } from '@gongkai/db/draft';
import { getReportFacts, getRevision } from '@gongkai/db/report';
import type { StoredRollUp } from '@gongkai/db/roll-up';
import { findCell, formOf, valueAt, type Report, type RollUpPart } from '@gongkai/schema';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import { reportIn } from '../common/stored-report.ts';
import { stateOf } from '../lifecycle/state-machine.ts';
import { requireGovernment } from '../round/members.ts';
import { loadRollUpMembers, partitionByInclusion, type RollUpMember } from '../check-context/roll-up-members.ts';
import { changedCells, describeDrift, driftOf } from './drift.ts';
import type { CellInput, CellParts, Child, ConsolidatedKey, RollUpView } from './schemas.ts';
import { loadRollUpReports, findRollUp } from '../check-context/roll-up-parts.ts';
import { editedCellsOf, sumOf } from './sums.ts';

/**
 * Returns the bodies below a government with their reports, the roll-up, and the changes since.
 * @throws {ApiError} wrong_kind
 */
export async function get({ db }: Dependencies, { agencyId, year }: ConsolidatedKey): Promise<RollUpView> {
  const key = { agencyId, year, kind: 'consolidated' } as const;
  const government = await requireGovernment(db, agencyId);
  const [bodies, facts, work] = await Promise.all([
    loadRollUpMembers(db, key),
    getReportFacts(db, key),
    atWork(db, key),
  ]);
  const stored = await findRollUp(db, key, work?.rollUp);
  const drifted = stored ? driftOf(stored, bodies) : [];
  const names = await namesOf(db, bodies, stored);
  const nameOf = (id: string) => names.get(id) ?? '';
  const self = { id: agencyId, name: government.name };
  const sums =
    stored && stored.parts.length > 0 ? sumOf(await loadRollUpReports(db, year, stored.parts), self).report : undefined;
  const now = drifted.length > 0 ? partitionByInclusion(bodies).parts : [];
  const after = now.length > 0 ? trySum(await loadRollUpReports(db, year, now), self) : undefined;
  return {
    ...{ agencyId, agencyName: government.name, year, state: stateOf(facts) },
    children: bodies.map((body) => toChild(body, stored)),
    generated: stored ? { number: stored.number, at: stored.at.toISOString() } : null,
    edited: work && sums && work.report.form === sums.form ? editedCellsOf(work.report, sums) : [],
    drift: await describeDrift(db, year, drifted, nameOf),
    effect: sums && after ? changedCells(sums, after) : [],
  };
}

/** Returns the figure of each body in a cell. @throws {ApiError} not_found */
export async function cell({ db }: Dependencies, { agencyId, year, cell: name }: CellInput): Promise<CellParts> {
  const key = { agencyId, year, kind: 'consolidated' } as const;
  const work = await atWork(db, key);
  const stored = await findRollUp(db, key, work?.rollUp);
  if (!work || !stored) throw new ApiError('not_found', '这份报告不是由系统汇总的，没有各机关的数字');
  const found = findCell(formOf(work.report.form), name);
  if (!found) throw new ApiError('not_found', `报告中没有“${name}”这一格，请核对编码`);
  const names = await namesOf(db, [], stored);
  const reports = await loadRollUpReports(db, year, stored.parts);
  const { report: sums, provenance } = sumOf(reports, { id: agencyId, name: work.report.agency.name });
  return {
    ...{ cell: found.key, code: found.code },
    value: valueAt(formOf(work.report.form), work.report, found.key),
    sum: valueAt(formOf(sums.form), sums, found.key),
    parts: provenance[found.key]!.map(({ value }, index) => {
      const { partId, revision, digest } = stored.parts[index]!;
      return { agencyId: partId, agencyName: names.get(partId) ?? '', value, revision, digest };
    }),
  };
}

function toChild(
  { agency, key, way, lastDay, handedInOn, excludedFor, includedRevision }: RollUpMember,
  stored?: StoredRollUp,
): Child {
  const part = stored?.parts.find(({ partId }) => partId === agency.id);
  const absence = stored?.absences.find(({ bodyId }) => bodyId === agency.id);
  const [unstored] = stored
    ? []
    : partitionByInclusion([{ agency, key, way, lastDay, handedInOn, excludedFor, includedRevision }]).absences;
  const left = absence ?? unstored;
  return {
    ...{ agencyId: agency.id, agencyName: agency.name, agencyKind: agency.kind, kind: key.kind },
    stage: way.facts ? stateOf(way.facts).stage : 'none',
    ...{ lastDay, handedInOn, late: handedInOn !== null && handedInOn > lastDay },
    included: part ? { revision: part.revision, digest: part.digest } : null,
    current: includedRevision ?? null,
    ...(left && { absence: { cause: left.cause, ...(left.reason !== null && { reason: left.reason }) } }),
  };
}

/** Returns the draft, or the last revision if there is none, and the roll-up on which it is based. */
async function atWork(db: Database, key: ReportKey): Promise<{ report: Report; rollUp: number | null } | undefined> {
  const { draft, revision } = await getReportFacts(db, key);
  const found = draft ? await getDraft(db, key) : revision && (await getRevision(db, key, revision.number));
  return found ? { report: reportIn(found), rollUp: found.rollUp } : undefined;
}

/**
 * Returns the names of the bodies; bodies of the roll-up that are no longer below the government have their current
 * names.
 */
async function namesOf(
  db: Database,
  bodies: readonly RollUpMember[],
  stored?: StoredRollUp,
): Promise<Map<string, string>> {
  const names = new Map(bodies.map(({ agency }) => [agency.id, agency.name]));
  const ids = [
    ...(stored?.parts ?? []).map(({ partId }) => partId),
    ...(stored?.absences ?? []).map(({ bodyId }) => bodyId),
  ];
  const others = await listAgencies(db, { ids: ids.filter((id) => !names.has(id)) });
  for (const { id, name } of others) names.set(id, name);
  return names;
}

/** Computes the sums; undefined if the reports can no longer be added up. */
function trySum(parts: readonly RollUpPart[], government: { id: string; name: string }): Report | undefined {
  try {
    return sumOf(parts, government).report;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}
