import {
  agencyHistory,
  countPublicReports,
  createAgency,
  getAgency,
  listAgencies,
  listPublicReports,
} from '@gongkai/db';
import type { AgencyKind, AgencyLevel } from '@gongkai/schema';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import { everything } from '../report/everything.ts';
import { toSummary } from '../report/summary.ts';
import type { Agency, AgencyPage, AgencySummary, NewAgency } from './schemas.ts';

/** Every agency that there is now, in the order of their division codes. */
export async function list({ db }: Dependencies): Promise<AgencySummary[]> {
  const [agencies, counts] = await Promise.all([listAgencies(db), countPublicReports(db)]);
  const countOf = new Map(counts.map((count) => [count.agencyId, count]));
  return agencies.map(({ id, name, kind, parentId }) => ({
    id,
    name,
    kind: kind as AgencyKind,
    parentId,
    reportCount: countOf.get(id)?.reports ?? 0,
    latestYear: countOf.get(id)?.latestYear ?? null,
  }));
}

/** An agency as it is now. @throws {ApiError} not_found */
export async function get({ db }: Dependencies, id: string): Promise<Agency> {
  const history = await agencyHistory(db, id);
  const now = history.at(-1);
  if (!now) throw new ApiError('not_found', '没有这个机关，可能网址有误');
  const parent = now.parentId === null ? undefined : await getAgency(db, now.parentId);
  return {
    id,
    name: now.name,
    kind: now.kind as AgencyKind,
    level: now.level as AgencyLevel,
    parentId: now.parentId,
    parentName: parent?.name ?? null,
    formerNames: history.flatMap(({ name, validTo }, index) =>
      validTo !== null && name !== history[index + 1]?.name ? [{ name, until: validTo }] : [],
    ),
    divisionCode: now.divisionCode,
    creditCode: now.creditCode,
  };
}

/** An agency and what it has published, withdrawn reports too. @throws {ApiError} not_found */
export async function page(deps: Dependencies, id: string): Promise<AgencyPage> {
  const [agency, reports] = await Promise.all([
    get(deps, id),
    listPublicReports(deps.db, { agencyIds: [id], withdrawn: true }, everything),
  ]);
  return { agency, reports: reports.map(toSummary).sort((a, b) => b.year - a.year) };
}

/** Adds an agency. @returns its id */
export function create({ db }: Dependencies, agency: NewAgency): Promise<string> {
  return createAgency(db, agency);
}
