import { and, desc, eq, getTableColumns, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { user } from '../../tables/auth.ts';
import { draft } from '../../tables/draft.ts';
import { publication } from '../../tables/publication.ts';
import { review } from '../../tables/review.ts';
import { revision } from '../../tables/revision.ts';
import { schedule } from '../../tables/schedule.ts';
import { ofReport, within, type ReportFilter, type ReportKey } from '../common/report-key.ts';
import { shownNow } from './public-reports.ts';
import type { RevisionSummary } from './revisions.ts';

interface Named {
  userName: string | null;
}

/** The stored facts of a report, from which alone its state is derived. */
export interface ReportFacts extends ReportKey {
  draft: (Pick<typeof draft.$inferSelect, 'title' | 'basedOn' | 'rollUp' | 'lockVersion' | 'savedAt'> & Named) | null;
  /** The last revision, regardless of its state. */
  revision: RevisionSummary | null;
  /** The last step of that revision. */
  review: (typeof review.$inferSelect & Named) | null;
  /** The last publication event, and the origin of its revision. */
  shown: (typeof publication.$inferSelect & Pick<RevisionSummary, 'origin' | 'title' | 'digest'> & Named) | null;
  schedule: (typeof schedule.$inferSelect & Named) | null;
}

/** Lists the facts of every report that has any. */
export async function listReportFacts(db: Database, filter: ReportFilter): Promise<ReportFacts[]> {
  // The queries run one after the other because a transaction has one connection.
  const drafts = await draftsOf(db, within(draft, filter));
  const revisions = await lastRevisions(db, within(revision, filter));
  const publications = await shown(db, filter);
  const schedules = await schedulesOf(db, within(schedule, filter));
  const all = new Map<string, ReportFacts>();
  const of = ({ agencyId, year, kind }: ReportKey): ReportFacts => {
    const name = `${agencyId}/${year}/${kind}`;
    let facts = all.get(name);
    if (!facts)
      all.set(
        name,
        (facts = { agencyId, year, kind, draft: null, revision: null, review: null, shown: null, schedule: null }),
      );
    return facts;
  };
  for (const { key, ...row } of drafts) of(key).draft = row;
  for (const row of revisions) {
    const facts = of(row.revision);
    facts.revision = row.revision;
    facts.review = row.review && { ...row.review, userName: row.userName };
  }
  for (const row of publications) of(row).shown = row;
  for (const row of schedules) of(row).schedule = row;
  return [...all.values()];
}

/** Lists the agencies with a submitted report that was never public; there are few at any time. */
export async function listAgenciesAtWork(db: Database, agencyIds: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ agencyId: revision.agencyId })
    .from(revision)
    .leftJoin(publication, and(ofReport(publication, revision), eq(publication.revision, revision.number)))
    .where(and(inArray(revision.agencyId, agencyIds), isNull(publication.number)));
  return rows.map(({ agencyId }) => agencyId);
}

/** Returns the facts of one report; under its agency's lock they stay valid until the end of the transaction. */
export async function getReportFacts(db: Database, { agencyId, year, kind }: ReportKey): Promise<ReportFacts> {
  const [facts] = await listReportFacts(db, { agencyIds: [agencyId], year, kind });
  return facts ?? { agencyId, year, kind, draft: null, revision: null, review: null, shown: null, schedule: null };
}

const keyOf = ({ agencyId, year, kind }: typeof draft) => ({ agencyId, year, kind });

function draftsOf(db: Database, where: SQL | undefined) {
  const { title, basedOn, rollUp, lockVersion, savedAt } = draft;
  return db
    .select({ key: keyOf(draft), title, basedOn, rollUp, lockVersion, savedAt, userName: user.name })
    .from(draft)
    .leftJoin(user, eq(user.id, draft.savedBy))
    .where(where);
}

function lastRevisions(db: Database, where: SQL | undefined) {
  const { body: _, provenance: __, ...summary } = getTableColumns(revision);
  const key = [revision.agencyId, revision.year, revision.kind];
  return db
    .selectDistinctOn(key, { revision: summary, review: getTableColumns(review), userName: user.name })
    .from(revision)
    .leftJoin(review, and(ofReport(review, revision), eq(review.revision, revision.number)))
    .leftJoin(user, eq(user.id, review.userId))
    .where(where)
    .orderBy(...key, desc(revision.number), desc(review.number));
}

function shown(db: Database, filter: ReportFilter) {
  const { origin, title, digest } = revision;
  return db
    .select({ ...getTableColumns(publication), origin, title, digest, userName: user.name })
    .from(publication)
    .innerJoin(revision, and(ofReport(revision, publication), eq(revision.number, publication.revision)))
    .leftJoin(user, eq(user.id, publication.userId))
    .where(shownNow(db, { ...filter, withdrawn: true }));
}

function schedulesOf(db: Database, where: SQL | undefined) {
  return db
    .select({ ...getTableColumns(schedule), userName: user.name })
    .from(schedule)
    .leftJoin(user, eq(user.id, schedule.userId))
    .where(where);
}
