import type { Database } from '@gongkai/db';
import { listPublications, type Publication } from '@gongkai/db/publication';
import {
  findRevision,
  getRevision,
  getShownRevision,
  listPublicReportAddresses,
  listPublicReports,
  listPublicYears,
  type PublicReportSummary,
  type Revision,
} from '@gongkai/db/report';
import { blankReport, formOf, type Report } from '@gongkai/schema';
import { toDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import { loadPublicRollUp } from './public-roll-up.ts';
import { publicCheckContextFor } from '../check-context/check-context.ts';
import { findChanges } from './correction-changes.ts';
import { loadFindings } from '../check-context/findings.ts';
import type {
  AddressesInput,
  PublicationEvent,
  PublishedReport,
  PublicYear,
  ReportAddress,
  ReportSummary,
} from './schemas.ts';
import { loadLastYear } from '../check-context/last-year.ts';
import { reportIn } from '../common/stored-report.ts';
import { ALL_REPORTS_PAGE, toSummary } from './report-summary.ts';

/** Lists the most recently published reports, the latest first. */
export async function latest({ db }: Dependencies, limit: number): Promise<ReportSummary[]> {
  return (await listPublicReports(db, {}, { limit })).map(toSummary);
}

/** Lists the years with public reports, the latest first. */
export function years({ db }: Dependencies): Promise<PublicYear[]> {
  return listPublicYears(db);
}

/** Lists the keys of all public reports with the day of the last change, in a stable order. */
export async function addresses({ db }: Dependencies, { limit, offset }: AddressesInput): Promise<ReportAddress[]> {
  const rows = await listPublicReportAddresses(db, { limit, offset });
  return rows.map(({ at, ...key }) => ({ ...key, changedOn: toDay(at) }));
}

/**
 * Returns a report as the public sees it now; for a withdrawn report only its title and the reason.
 * @throws {ApiError} not_found
 */
export async function get(deps: Dependencies, key: ReportKey): Promise<PublishedReport> {
  return assemble(deps, await find(deps, key));
}

/**
 * Returns a revision by its digest, if it is or once was public.
 * @throws {ApiError} not_found
 */
export async function byDigest(deps: Dependencies, digest: string): Promise<PublishedReport> {
  return assemble(deps, await findByDigest(deps, digest));
}

/** Canonical JSON of a revision, byte for byte as its digest was computed. */
export interface CanonicalReport {
  readonly digest: string;
  readonly body: string;
}

/**
 * Returns the canonical JSON of the report as it is public now, or of the revision with that digest.
 * @throws {ApiError} not_found, withdrawn
 */
export async function canonical(deps: Dependencies, name: ReportKey | { digest: string }): Promise<CanonicalReport> {
  const shown = 'digest' in name ? await byDigestNow(deps, name.digest) : await getShownRevision(deps.db, name);
  if (!shown) throw notPublished();
  if (shown.action === 'withdrawn') throw new ApiError('withdrawn');
  return { digest: shown.digest, body: shown.body };
}

async function byDigestNow(deps: Dependencies, name: string) {
  const { now, revision } = await findByDigest(deps, name);
  return { action: now.action, digest: revision.digest, body: revision.body };
}

function notPublished(): ApiError {
  return new ApiError('not_found', '没有这份报告，可能尚未公布，或者网址有误');
}

/** A public revision, with the summary of its report and those of the agency's other reports. */
interface Found {
  readonly revision: Revision;
  readonly now: PublicReportSummary;
  readonly events: readonly Publication[];
  readonly others: readonly PublicReportSummary[];
}

async function find({ db }: Dependencies, key: ReportKey): Promise<Found> {
  const shown = await shownReport(db, key);
  const revision = shown && (await getRevision(db, key, shown.now.revision));
  if (!revision) throw notPublished();
  return { ...shown, revision };
}

async function findByDigest({ db }: Dependencies, digest: string): Promise<Found> {
  const revision = await findRevision(db, digest);
  const shown = revision && (await shownReport(db, revision));
  if (!shown?.events.some((event) => event.digest === digest))
    throw new ApiError('not_found', '没有公布过摘要值为此的报告，请核对网址');
  return { ...shown, revision: revision! };
}

async function shownReport(db: Database, key: ReportKey): Promise<Omit<Found, 'revision'> | undefined> {
  const [all, events] = await Promise.all([
    listPublicReports(db, { agencyIds: [key.agencyId], withdrawn: true }, ALL_REPORTS_PAGE),
    listPublications(db, key),
  ]);
  const isIt = ({ year, kind }: PublicReportSummary) => year === key.year && kind === key.kind;
  const now = all.find(isIt);
  return now && { now, events, others: all.filter((report) => !isIt(report)) };
}

async function assemble({ db }: Dependencies, { revision, now, events, others }: Found): Promise<PublishedReport> {
  const summary = toSummary(now);
  const stored = reportIn(revision);
  const withdrawn = summary.state === 'withdrawn';
  const report = withdrawn ? withoutContent(stored) : stored;
  const [lastYear, beside, rollUp] = withdrawn
    ? [{}, {}, undefined]
    : await Promise.all([
        loadLastYear(db, now),
        publicCheckContextFor(db, now, report, revision.rollUp, now.publishedOn),
        loadPublicRollUp(db, now, revision.rollUp),
      ]);
  const source = stored.origin.type === 'archived' ? stored.origin.source : undefined;
  return {
    summary,
    report,
    revision: { number: revision.number, digest: revision.digest, createdAt: revision.createdAt.toISOString() },
    ...(source && { firstSource: source }),
    findings: withdrawn ? [] : await loadFindings(db, now, report, lastYear, beside),
    ...(rollUp && { rollUp }),
    history: withdrawn ? events.map(toEvent) : await withChanges(db, now, events),
    years: others
      .filter(({ action }) => action !== 'withdrawn')
      .map(({ year, kind }) => ({ year, kind }))
      .sort((a, b) => b.year - a.year),
  };
}

/** Converts the events; each correction has its changes against the revision that was public before. */
async function withChanges(db: Database, key: ReportKey, events: readonly Publication[]): Promise<PublicationEvent[]> {
  const bodyOf = async ({ revision }: Publication) => reportIn((await getRevision(db, key, revision))!);
  return Promise.all(
    events.map(async (event, at) => {
      const before = events[at - 1];
      if (event.action !== 'corrected' || !before) return toEvent(event);
      return { ...toEvent(event), changes: findChanges(await bodyOf(before), await bodyOf(event)) };
    }),
  );
}

function toEvent({ action, at, note, digest }: Publication): PublicationEvent {
  return { type: action, at: at.toISOString(), digest, ...(note !== null && { note }) };
}

/** Removes the content of a withdrawn report, which is stored but shown to nobody. */
function withoutContent({ form, agency, year, kind, title, origin }: Report): Report {
  return { ...blankReport(formOf(form), agency, year, kind), title, origin };
}
