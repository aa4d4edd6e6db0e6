import { agencyHistory, getAgency, listAgencies, listAgencyContacts, listSuccessions } from '@gongkai/db/agency';
import { countPublicReports, listPublicReports } from '@gongkai/db/report';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import { ALL_REPORTS_PAGE, toSummary } from '../report/report-summary.ts';
import { relationsOf } from './relations.ts';
import type { Agency, AgencyPage, AgencySummary } from './schemas.ts';

/** Lists every agency by division code, including dissolved ones, whose reports are still read. */
export async function list({ db }: Dependencies): Promise<AgencySummary[]> {
  const [agencies, counts] = await Promise.all([listAgencies(db, { dissolved: true }), countPublicReports(db)]);
  const countOf = new Map(counts.map((count) => [count.agencyId, count]));
  return agencies.map(({ id, name, kind, parentId, dissolvedOn }) => ({
    id,
    name,
    kind,
    parentId,
    reportCount: countOf.get(id)?.reports ?? 0,
    latestYear: countOf.get(id)?.latestYear ?? null,
    dissolvedOn,
  }));
}

/** Returns an agency as it is now; if dissolved, as it was last. @throws {ApiError} not_found */
export async function get({ db }: Dependencies, id: string): Promise<Agency> {
  const [history, relatives, contacts] = await Promise.all([
    agencyHistory(db, id),
    listSuccessions(db, id),
    listAgencyContacts(db, [id]),
  ]);
  const now = history.at(-1);
  if (!now) throw new ApiError('not_found', '没有这个机关，可能网址有误');
  const parent = now.parentId === null ? undefined : await getAgency(db, now.parentId);
  return {
    id,
    name: now.name,
    kind: now.kind,
    level: now.level,
    parentId: now.parentId,
    parentName: parent?.name ?? null,
    formerNames: history.flatMap(({ name, validTo }, index) =>
      validTo !== null && name !== history[index + 1]?.name ? [{ name, until: validTo }] : [],
    ),
    divisionCode: now.divisionCode,
    creditCode: now.creditCode,
    dissolvedOn: now.dissolvedOn,
    ...relationsOf(id, relatives),
    contact: contacts.get(id) ?? null,
  };
}

/** Returns an agency and its published reports, including withdrawn ones. @throws {ApiError} not_found */
export async function page(deps: Dependencies, id: string): Promise<AgencyPage> {
  const [agency, reports] = await Promise.all([
    get(deps, id),
    listPublicReports(deps.db, { agencyIds: [id], withdrawn: true }, ALL_REPORTS_PAGE),
  ]);
  return { agency, reports: reports.map(toSummary).sort((a, b) => b.year - a.year) };
}
