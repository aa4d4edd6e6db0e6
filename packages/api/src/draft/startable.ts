import { getAgency, type Agency } from '@gongkai/db/agency';
import { getReportFacts } from '@gongkai/db/report';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import { assertTransition } from '../lifecycle/transition.ts';
import { reportKindOf } from '../common/agency-attributes.ts';

/**
 * Returns the agency of a report that can be started: it makes reports of that kind, and has none of that year in
 * progress or public.
 * @throws {ApiError} not_found, wrong_kind, draft_exists, already_published, wrong_state
 */
export async function requireStartable({ db }: Dependencies, key: ReportKey): Promise<Agency> {
  const agency = await getAgency(db, key.agencyId);
  if (!agency) throw new ApiError('not_found', '没有这个机关，请重新选择');
  if (key.kind !== reportKindOf(agency)) throw new ApiError('wrong_kind');
  const facts = await getReportFacts(db, key);
  if (facts.draft) throw new ApiError('draft_exists');
  if (facts.shown) throw new ApiError('already_published');
  assertTransition(facts, 'start');
  return agency;
}
