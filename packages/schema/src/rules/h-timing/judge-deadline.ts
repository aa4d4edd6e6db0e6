import type { Context } from '../../engine/context.ts';
import type { Report } from '../../report/report.ts';
import type { Outcome } from '../../engine/rule.ts';

/** Judges the later of submission and publication by the day due in the year after; days compare as text. */
export function judgeDay({ year }: Report, { publication }: Context, lastDay: string): Outcome {
  const outcome = { scope: 'report', cells: [] } as const;
  const days = [publication?.submittedOn, publication?.publishedOn].filter((day) => day !== undefined);
  const on = days.sort().at(-1);
  if (!on) return { ...outcome, verdict: 'skip', params: {}, reason: 'no_publication' };
  const due = `${year + 1}-${lastDay}`;
  return { ...outcome, verdict: on <= due ? 'pass' : 'fail', params: { due, on }, expected: due, actual: on };
}
