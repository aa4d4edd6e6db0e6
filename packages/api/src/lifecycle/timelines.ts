import type { Database } from '@gongkai/db';
import type { Agency } from '@gongkai/db/agency';
import { listPublicationsOf, type Publication } from '@gongkai/db/publication';
import { listReportFacts, type ReportFacts } from '@gongkai/db/report';
import { listReviewStepsOf, type ReviewStep } from '@gongkai/db/review';
import { reportKindOf } from '../common/agency-attributes.ts';

/** The timeline of a report. */
export interface ReportTimeline {
  readonly facts: ReportFacts | undefined;
  readonly reviews: readonly ReviewStep[];
  readonly events: readonly Publication[];
}

/** Loads the timelines of the agencies' reports of a year, each for its agency's kind of report. */
export async function loadTimelines(
  db: Database,
  agencyIds: string[],
  year: number,
): Promise<(agency: Agency) => ReportTimeline> {
  const [facts, reviews, events] = await Promise.all([
    listReportFacts(db, { agencyIds, year }),
    listReviewStepsOf(db, { agencyIds, year }),
    listPublicationsOf(db, { agencyIds, year }),
  ]);
  const name = ({ agencyId, kind }: { agencyId: string; kind: string }) => `${agencyId}/${kind}`;
  const [factsOf, reviewsOf, eventsOf] = [
    new Map(facts.map((each) => [name(each), each])),
    Map.groupBy(reviews, name),
    Map.groupBy(events, name),
  ];
  return (agency) => {
    const key = name({ agencyId: agency.id, kind: reportKindOf(agency) });
    return { facts: factsOf.get(key), reviews: reviewsOf.get(key) ?? [], events: eventsOf.get(key) ?? [] };
  };
}
