import type { Database } from '@gongkai/db';
import { getRound, listRoundsOf } from '@gongkai/db/round';
import { reportDeadlines, type Context, type Report } from '@gongkai/schema';
import { toDay } from '@gongkai/schema/calendar';
import type { ReportKey } from '../common/schemas.ts';
import { loadRollUpContext } from './roll-up-context.ts';

/** The check context besides the agency and last year's report: roll-up, publication, peers, settings. */
export type KnownContext = Pick<Context, 'rollUp' | 'publication' | 'settings' | 'peers' | 'today'>;

/**
 * Of a report at work, or submitted.
 * @param rollUp the number of the roll-up that its figures rest on
 * @param submittedAt when it was submitted; for a draft, now; undefined where it never was
 */
export async function checkContextFor(
  db: Database,
  key: ReportKey,
  report: Report,
  rollUp: number | null,
  submittedAt: Date | undefined,
): Promise<KnownContext> {
  const context = await loadRollUpContext(db, key, report, rollUp);
  return { ...(context && { rollUp: context }), ...(submittedAt && { today: toDay(submittedAt) }) };
}

/** Of a report that is public. @param publishedOn the first day on which it was */
export async function publicCheckContextFor(
  db: Database,
  key: ReportKey,
  report: Report,
  rollUp: number | null,
  publishedOn: string,
): Promise<KnownContext> {
  const [context, due] = await Promise.all([
    loadRollUpContext(db, key, report, rollUp, { publicOnly: true }),
    dueOf(db, key),
  ]);
  return { ...(context && { rollUp: context }), publication: { publishedOn }, settings: { due } };
}

/** The days of the law or the form, or those of the round where they are earlier: no office puts off what the law says. */
async function dueOf(db: Database, { agencyId, year, kind }: ReportKey) {
  const deadlines = reportDeadlines(year);
  const due = { own: deadlines.own.slice(5), consolidated: deadlines.consolidated.slice(5) };
  const own = kind === 'consolidated' ? await getRound(db, agencyId, year) : undefined;
  const rounds = [...(await listRoundsOf(db, agencyId, year)), ...(own ? [own] : [])];
  const days = rounds
    .map(({ dueOwn, dueConsolidated }) => (kind === 'own' ? dueOwn : dueConsolidated))
    .filter((day) => day.startsWith(`${year + 1}-`))
    .map((day) => day.slice(5));
  return { ...due, [kind]: [due[kind], ...days].sort()[0]! };
}
