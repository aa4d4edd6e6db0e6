import { listAgencies, type Agency } from '@gongkai/db/agency';
import type { Publication } from '@gongkai/db/publication';
import type { ReviewStep } from '@gongkai/db/review';
import {
  listEarlySubmissions,
  listExtensions,
  listRoundAgencies,
  type EarlySubmission,
  type Extension,
  type Round,
} from '@gongkai/db/round';
import { formOfYear } from '@gongkai/schema';
import { daysBetween, toDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../../common/dependencies.ts';
import { stateOf } from '../../lifecycle/state-machine.ts';
import { bodiesBelow, bodiesDissolved, requireRound } from '../members.ts';
import { dueDay, isClosed, lastDay, timingOf } from '../deadlines.ts';
import type { Act, Board, BoardLine, RoundKey, RoundStatistics, RoundSummary } from '../schemas.ts';
import { isYearOver } from '../year-end.ts';
import { loadTimelines, type ReportTimeline } from '../../lifecycle/timelines.ts';
import { reportKindOf } from '../../common/agency-attributes.ts';

/** Returns the state of every body of a round, with author and time of each step. @throws {ApiError} not_found */
export async function board(deps: Dependencies, key: RoundKey): Promise<Board> {
  return loadBoard(deps, await requireRound(deps.db, key));
}

/** Loads the state of every body of a round. */
export async function loadBoard({ db, clock }: Dependencies, round: Round): Promise<Board> {
  const { agencyId, year } = round;
  const [members, extensions, early, below, dissolved] = await Promise.all([
    listRoundAgencies(db, round.id),
    listExtensions(db, round.id),
    listEarlySubmissions(db, round.id),
    bodiesBelow(db, { agencyId, year }),
    bodiesDissolved(db, { agencyId, year }),
  ]);
  const ids = [...members.map((member) => member.agencyId), agencyId];
  const [agencies, way] = await Promise.all([listAgencies(db, { ids }), loadTimelines(db, ids, year)]);
  // Bodies have their names of the end of the year reported on, if they existed then.
  const named = new Map([...agencies, ...below].map((agency) => [agency.id, agency]));
  const now = clock();
  const extensionsOf = Map.groupBy(extensions, (extension) => extension.agencyId);
  const earlyOf = new Map(early.map((each) => [each.agencyId, each]));
  const lineOf = (agency: Agency) => {
    const granted = { extensions: extensionsOf.get(agency.id) ?? [], early: earlyOf.get(agency.id) };
    return toLine(round, agency, granted, way(agency), now);
  };

  const excludedFor = new Map(members.map((member) => [member.agencyId, member.excludedFor]));
  const bodies = agencies.filter(({ id }) => id !== agencyId).map(({ id }) => named.get(id)!);
  const lines = bodies.filter(({ id }) => excludedFor.get(id) === null).map(lineOf);
  return {
    round: { ...summaryOf(round), announcedBy: round.announcedByName ?? '系统' },
    today: toDay(now),
    lines,
    government: lineOf(named.get(agencyId)!),
    excluded: bodies.flatMap(({ id, name }) => {
      const reason = excludedFor.get(id);
      return reason ? [{ agencyId: id, agencyName: name, reason }] : [];
    }),
    unknown: [...below, ...dissolved]
      .filter(({ id }) => !excludedFor.has(id))
      .map(({ id, name, dissolvedOn }) => ({
        ...{ agencyId: id, agencyName: name },
        ...(dissolvedOn !== null && dissolvedOn <= `${year}-12-31` && { dissolvedOn }),
      })),
    statistics: statisticsOf(lines),
  };
}

export function summaryOf({ agencyId, agencyName, year, ...round }: Round): RoundSummary {
  const { dueOwn, dueConsolidated, lock, note, announcedAt } = round;
  return {
    ...{ agencyId, agencyName, year, dueOwn, dueConsolidated, lock },
    form: formOfYear(year)?.id ?? '',
    ...(note !== null && { note }),
    announcedAt: announcedAt.toISOString(),
  };
}

export function statisticsOf(lines: readonly Pick<BoardLine, 'timing'>[]): RoundStatistics {
  const count = (timing: BoardLine['timing']) => lines.filter((line) => line.timing === timing).length;
  return {
    due: lines.length,
    published: count('onTime') + count('extended') + count('late'),
    onTime: count('onTime'),
    extended: count('extended'),
    late: count('late'),
    overdue: count('overdue'),
    pending: count('pending'),
    withdrawn: count('withdrawn'),
  };
}

/** The extensions and permissions that the office granted a body. */
interface Granted {
  readonly extensions: readonly Extension[];
  readonly early: EarlySubmission | undefined;
}

/** Builds the row of a body on the board. */
export function toLine(
  round: Round,
  agency: Agency,
  { extensions, early }: Granted,
  way: ReportTimeline,
  now: Date,
): BoardLine {
  const kind = reportKindOf(agency);
  const { facts, reviews, events } = way;
  const [dueOn, today] = [dueDay(round, kind), toDay(now)];
  const until = lastDay(dueOn, extensions);
  const publishedOn = events[0]?.publishedOn ?? null;
  const timing = timingOf(dueOn, until, publishedOn, today, events.at(-1)?.action === 'withdrawn');
  const last = (action: ReviewStep['action']) => actOf(reviews.findLast((step) => step.action === action));
  const [drafted, submitted, returned, accepted] = [
    facts?.draft ? toAct(facts.draft.savedAt, facts.draft.userName) : undefined,
    last('submitted'),
    last('returned'),
    last('accepted'),
  ];
  const published = actOf(events.findLast(({ action }) => action !== 'withdrawn'));
  return {
    ...{ agencyId: agency.id, agencyName: agency.name, agencyKind: agency.kind, kind, dueOn },
    lastDay: until,
    extensions: extensions.map(({ until, reason, at, userName }) => ({ until, reason, ...toAct(at, userName) })),
    ...(early && { earlySubmission: { reason: early.reason, ...toAct(early.at, early.userName) } }),
    stage: facts ? stateOf(facts).stage : 'none',
    timing,
    daysLate: timing === 'late' || timing === 'overdue' ? daysBetween(until, publishedOn ?? today) : 0,
    closed: agency.id !== round.agencyId && isClosed(round.lock, dueOn, extensions, now),
    yearNotOver: !early && !isYearOver(round.year, now),
    steps: {
      ...(drafted && { drafted }),
      ...(submitted && { submitted }),
      ...(returned && { returned }),
      ...(accepted && { accepted }),
      ...(published && { published }),
    },
    publishedOn,
  };
}

function actOf(step: ReviewStep | Publication | undefined): Act | undefined {
  return step && toAct(step.at, step.userName, step.note);
}

function toAct(at: Date, by: string | null, note: string | null = null): Act {
  return { at: at.toISOString(), by: by ?? '系统', ...(note !== null && { note }) };
}
