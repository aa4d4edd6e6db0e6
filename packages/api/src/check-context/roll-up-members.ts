import { reportDeadlines } from '@gongkai/schema';
import type { Database } from '@gongkai/db';
import { listAgencies, type Agency } from '@gongkai/db/agency';
import type { ReportFacts } from '@gongkai/db/report';
import type { RollUpAbsenceRow, RollUpPartRow } from '@gongkai/db/roll-up';
import { getRound, listExtensions, listRoundAgencies } from '@gongkai/db/round';
import { toDay } from '@gongkai/schema/calendar';
import type { ReportKey } from '../common/schemas.ts';
import { bodiesBelow, verticallyLedReason } from '../round/members.ts';
import { dueDay, lastDay } from '../round/deadlines.ts';
import { loadTimelines, type ReportTimeline } from '../lifecycle/timelines.ts';
import { reportKindOf } from '../common/agency-attributes.ts';

/** A body below a government, and its revision that is included in the sum. */
export interface RollUpMember {
  readonly agency: Agency;
  readonly key: ReportKey;
  readonly way: ReportTimeline;
  readonly lastDay: string;
  /** The day on which its report was first submitted, or first public for an archived report. */
  readonly handedInOn: string | null;
  /** Why its report is not collected. */
  readonly excludedFor: string | null;
  /** The approved or published revision that is added up. */
  readonly includedRevision: Pick<RollUpPartRow, 'revision' | 'digest'> | undefined;
}

/**
 * Loads every body below a government: those of the round, and those that the round does not include.
 * @param publicOnly includes public reports only, for callers who must not learn of other approved reports
 */
export async function loadRollUpMembers(
  db: Database,
  { agencyId, year }: Pick<ReportKey, 'agencyId' | 'year'>,
  { publicOnly = false } = {},
): Promise<RollUpMember[]> {
  // The queries run one after the other because a transaction has one connection.
  const round = await getRound(db, agencyId, year);
  const below = await bodiesBelow(db, { agencyId, year });
  const members = round ? await listRoundAgencies(db, round.id) : [];
  const extensions = round ? await listExtensions(db, round.id) : [];
  const unknownMembers = members.filter((member) => !below.some(({ id }) => id === member.agencyId));
  const others = await listAgencies(db, { ids: unknownMembers.map((member) => member.agencyId) });
  const agencies = [...below, ...others];
  const wayOf = await loadTimelines(
    db,
    agencies.map(({ id }) => id),
    year,
  );
  const lawful = reportDeadlines(year);
  return agencies.map((agency): RollUpMember => {
    const kind = reportKindOf(agency);
    const way = wayOf(agency);
    const own = extensions.filter((extension) => extension.agencyId === agency.id);
    return {
      ...{ agency, way, key: { agencyId: agency.id, year, kind } },
      lastDay: lastDay(round ? dueDay(round, kind) : lawful[kind], own),
      handedInOn: firstDay(way),
      excludedFor:
        agency.kind === 'verticallyLed'
          ? verticallyLedReason
          : (members.find((member) => member.agencyId === agency.id)?.excludedFor ?? null),
      includedRevision: way.facts && (publicOnly ? publicRevision(way.facts) : findIncludedRevision(way.facts)),
    };
  });
}

/**
 * Returns the revision of a report that is added up: the last one if it is approved, else the public one. A report that
 * was withdrawn, or returned before it was public, has none.
 */
export function findIncludedRevision({
  revision,
  review,
  shown,
}: Pick<ReportFacts, 'revision' | 'review' | 'shown'>): RollUpMember['includedRevision'] {
  const withdrawn = shown?.action === 'withdrawn';
  if (revision && review?.action === 'accepted' && !(withdrawn && shown.revision === revision.number))
    return { revision: revision.number, digest: revision.digest };
  return publicRevision({ shown });
}

function publicRevision({ shown }: Pick<ReportFacts, 'shown'>): RollUpMember['includedRevision'] {
  return shown && shown.action !== 'withdrawn' ? { revision: shown.revision, digest: shown.digest } : undefined;
}

/** Partitions the bodies into those added up and those left out, whose reasons may still be missing. */
export function partitionByInclusion(bodies: readonly RollUpMember[]): {
  parts: RollUpPartRow[];
  absences: RollUpAbsenceRow[];
} {
  const included = bodies.filter(({ excludedFor, includedRevision }) => excludedFor === null && includedRevision);
  return {
    parts: included.map(({ key, includedRevision, lastDay: dueOn, handedInOn }) => ({
      ...{ partId: key.agencyId, kind: key.kind, ...includedRevision!, dueOn },
      handedInOn: handedInOn ?? dueOn,
    })),
    absences: bodies
      .filter((body) => !included.includes(body))
      .map(({ agency, excludedFor }) => ({
        bodyId: agency.id,
        cause: causeOf(agency, excludedFor),
        reason: excludedFor,
      })),
  };
}

function causeOf({ kind }: Agency, excludedFor: string | null): RollUpAbsenceRow['cause'] {
  if (kind === 'verticallyLed') return 'verticallyLed';
  return excludedFor === null ? 'missing' : 'excluded';
}

function firstDay({ reviews, events }: ReportTimeline): string | null {
  const submitted = reviews.find(({ action }) => action === 'submitted');
  const days = [submitted && toDay(submitted.at), events[0]?.publishedOn].filter((day) => day !== undefined);
  return days.sort()[0] ?? null;
}
