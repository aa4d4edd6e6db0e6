import type { Database } from '@gongkai/db';
import { getRound, listRoundsOf } from '@gongkai/db/round';
import { reportDeadlines, type Context, type Report } from '@gongkai/schema';
import { toDay } from '@gongkai/schema/calendar';
import type { ReportKey } from '../common/schemas.ts';
import { loadRollUpContext } from './roll-up-context.ts';

/** The check context without the agency and last year's report: roll-up, publication, peers, settings. */
export type KnownContext = Pick<Context, 'rollUp' | 'publication' | 'settings' | 'peers' | 'today'>;

/**
 * Loads the check context of a draft or a submitted report.
 * @param rollUp the number of the roll-up from which its figures come
 * @param submittedAt when it was submitted; now for a draft; undefined if it never was submitted
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

/** Loads the check context of a public report. @param publishedOn the first day on which it was public */
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

/**
 * Returns the due days of the law or the form, or those of the round if they are earlier: no office can extend a legal
 * deadline.
 */
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
