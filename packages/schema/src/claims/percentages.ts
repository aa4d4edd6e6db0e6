import { vocabularyOf } from '../forms/vocabularies.ts';
import type { Form } from '../forms/form.ts';
import type { Report } from '../report/report.ts';
import type { Outcome } from '../rules/rule.ts';
import { withoutBlanks } from '../text/passages.ts';
import { findClaims } from './find.ts';
import { isPercentage, sumOf } from './judge.ts';

/** Between an outcome and its percentage: a bracket or comma, and at most words for "makes up … of all". */
const link = /^(?:[（(，,](?:约?占(?:比|全部|答复|办结|办理|申请|已|的|数|量|总)*为?)?)?$/;

/** Percentages that follow an outcome: its figure over all that was handled, or over what was received. */
export function judgePercentages(report: Report, form: Form): Outcome[] {
  const { handled, received, carriedIn } = vocabularyOf(form.id);
  return findClaims(form, report)
    .filter(({ rule }) => rule === 'R47')
    .flatMap((claim): Outcome[] => {
      const { statement, cells, what, whatEn, sentence, place } = claim;
      const next = claim.next?.quantity;
      const between = next && withoutBlanks(statement.sentence.text.slice(statement.quantity.end, next.start));
      if (next?.unit !== '%' || next.approximate || !link.test(between!)) return [];
      const part = sumOf(form, report.tables, cells);
      const wholes = [[handled], [received], [received, carriedIn]].map((keys) => sumOf(form, report.tables, keys));
      const shift = next.start - statement.quantity.start;
      const outcome = {
        scope: 'cell' as const,
        cells: [...cells, handled],
        place: { ...place, start: place.start + shift, end: place.start + shift + next.end - next.start },
        params: { what, whatEn, actual: next.value, quote: sentence },
      };
      const [all] = wholes;
      if (typeof part !== 'number' || typeof all !== 'number')
        return [{ ...outcome, verdict: 'skip', reason: 'blank_cells' }];
      const right = wholes.some(
        (whole) => typeof whole === 'number' && isPercentage(next.value, next.decimals, part, whole),
      );
      const expected = all === 0 ? 0 : Number(((part * 100) / all).toFixed(next.decimals));
      return [
        {
          ...outcome,
          verdict: right ? 'pass' : 'fail',
          params: { ...outcome.params, expected },
          expected,
          actual: next.value,
        },
      ];
    });
}
