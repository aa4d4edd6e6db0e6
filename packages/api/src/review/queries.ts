import type { Database } from '@gongkai/db';
import { getUser } from '@gongkai/db/account';
import { listAgencies } from '@gongkai/db/agency';
import { listPublications, type Publication } from '@gongkai/db/publication';
import {
  getReportFacts,
  getRevision,
  listAgenciesAtWork,
  listReportFacts,
  type ReportFilter,
} from '@gongkai/db/report';
import { listComments, listReviewSteps, type Comment as StoredComment, type ReviewStep } from '@gongkai/db/review';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import { provenance } from '../import/schemas.ts';
import { checkContextFor } from '../check-context/check-context.ts';
import { loadFindings } from '../check-context/findings.ts';
import { loadLastYear } from '../check-context/last-year.ts';
import { reportIn } from '../common/stored-report.ts';
import { loadPeers } from '../check-context/peers.ts';
import type { Comment, History, RevisionRef, Step, SubmittedRevision, WorkItem } from './schemas.ts';
import { stateOf } from '../lifecycle/state-machine.ts';
import type { ReportState } from '../common/report-state.ts';

/** Lists the states of all reports that have any facts, by key. */
export async function states(
  { db }: Dependencies,
  filter: ReportFilter,
): Promise<(ReportKey & { state: ReportState })[]> {
  const facts = await listReportFacts(db, filter);
  return facts.map((each) => ({ agencyId: each.agencyId, year: each.year, kind: each.kind, state: stateOf(each) }));
}

const underWay = new Set(['submitted', 'returned', 'accepted', 'scheduled']);

/** Lists the submitted reports of these agencies that are not public yet, the longest waiting first. */
export async function list({ db }: Dependencies, agencyIds: readonly string[]): Promise<WorkItem[]> {
  const ids = await listAgenciesAtWork(db, [...agencyIds]);
  const [facts, agencies] = await Promise.all([listReportFacts(db, { agencyIds: ids }), listAgencies(db, { ids })]);
  const nameOf = new Map(agencies.map(({ id, name }) => [id, name]));
  return facts
    .map((each) => ({ ...each, state: stateOf(each) }))
    .filter(({ state }) => state.work && underWay.has(state.work))
    .sort((a, b) => (a.state.since ?? '').localeCompare(b.state.since ?? ''))
    .map(({ agencyId, year, kind, revision, state }) => ({
      ...{ agencyId, year, kind, state },
      agencyName: nameOf.get(agencyId) ?? '',
      title: revision?.title ?? '',
    }));
}

/** Returns the timeline of a report with author, time and reason of each step, and all comments. */
export async function history({ db }: Dependencies, { agencyId, year, kind }: ReportKey): Promise<History> {
  return way(db, { agencyId, year, kind });
}

/**
 * Returns a submitted revision with everything that a reviewer compares it with.
 * @param seen `peers`: whether it is compared with the reports of peers, which may not be public yet
 * @param input without a number, the last revision if the report is in progress, else the public one
 * @throws {ApiError} not_found
 */
export async function revision(
  { db }: Dependencies,
  input: RevisionRef,
  seen: { peers?: boolean } = {},
): Promise<SubmittedRevision> {
  const { agencyId, year, kind } = input;
  const key = { agencyId, year, kind };
  const facts = await getReportFacts(db, key);
  const standing = stateOf(facts);
  const number = input.revision ?? (standing.work ? facts.revision?.number : standing.revision);
  const found = number === undefined ? undefined : await getRevision(db, key, number);
  if (!found) throw new ApiError('not_found', '这份报告还没有提交过，请等填报人提交后查看');
  const { basedOn } = found;
  const [lastYear, base, { state, steps, comments }, authors, creator] = await Promise.all([
    loadLastYear(db, key),
    basedOn === null ? undefined : getRevision(db, key, basedOn),
    way(db, key),
    namesOf(db, found.authors),
    namesOf(db, found.createdBy === null ? [] : [found.createdBy]),
  ]);
  const report = reportIn(found);
  const submitted = steps.find(({ action, revision }) => action === 'submitted' && revision === found.number);
  const submittedAt = submitted && new Date(submitted.at);
  const beside = await checkContextFor(db, key, report, found.rollUp, submittedAt);
  const peers = seen.peers ? await loadPeers(db, key, report) : [];
  return {
    report,
    revision: found.number,
    digest: found.digest,
    createdAt: found.createdAt.toISOString(),
    createdBy: creator[0] ?? installed,
    authors,
    ...(found.note !== null && { publicNote: found.note }),
    findings: await loadFindings(db, key, report, lastYear, { ...beside, ...(peers.length > 0 && { peers }) }),
    ...(found.provenance !== null && { provenance: provenance.parse(JSON.parse(found.provenance)) }),
    ...lastYear,
    ...(base && { before: { revision: base.number, report: reportIn(base) } }),
    state,
    steps,
    comments: comments.filter(({ revision }) => revision === found.number || revision === basedOn),
  };
}

const installed = '系统';

async function way(db: Database, key: ReportKey): Promise<History> {
  const [facts, reviews, publications, comments] = await Promise.all([
    getReportFacts(db, key),
    listReviewSteps(db, key),
    listPublications(db, key),
    listComments(db, key),
  ]);
  const steps = [...reviews, ...publications].sort((a, b) => a.at.getTime() - b.at.getTime()).map(toStep);
  return { state: stateOf(facts), steps, comments: comments.map(toComment) };
}

function toStep(event: ReviewStep | Publication): Step {
  const { action, revision, at, userName, note } = event;
  const reasons = 'reasons' in event ? event.reasons : [];
  return {
    ...{ action, revision, at: at.toISOString(), by: userName ?? installed },
    ...(note !== null && { note }),
    ...(reasons.length > 0 && { reasons }),
  };
}

function toComment({ revision, number, target, place, text, userName, at, replies }: StoredComment): Comment {
  return {
    ...{ revision, number, target, text, by: userName ?? installed, at: at.toISOString() },
    ...(place !== null && { place }),
    replies: replies.map((reply) => ({
      text: reply.text,
      by: reply.userName ?? installed,
      at: reply.at.toISOString(),
    })),
  };
}

async function namesOf(db: Database, ids: readonly string[]): Promise<string[]> {
  const users = await Promise.all(ids.map((id) => getUser(db, id)));
  return users.flatMap((user) => (user ? [user.name] : []));
}
