import { vocabularyOf } from '../../language/vocabulary.ts';
import type { Form } from '../../engine/form.ts';
import type { TextPlace } from '../../engine/finding.ts';
import type { Report } from '../../report/report.ts';
import type { Outcome } from '../../engine/rule.ts';
import { quoteOf, withoutBlanks } from '../../language/passages.ts';
import { findClaims } from '../../language/find-claims.ts';
import { isPercentage, sumOf } from './judge-claims.ts';
import type { Quantity } from '../../language/quantities.ts';
import { nameIn, withRelativeYears } from '../../language/claim-wording.ts';
import { speaksOfOtherTime, statementsOf } from '../../language/statements.ts';
import { isAbout } from '../../language/claim-topics.ts';

/** Between a number and its percentage: a bracket or comma, and at most words for "makes up … of all". */
const link = /^(?:[（(，,、](?:约?占(?:比|全部|答复|办结|办理|申请|已|的|数|量|总|新收|件)*为?)?)?$/;
/** Words between what is counted and a percentage without its part. */
const share =
  /(?:的)?(?:申请|答复)?(?:占比|占(?:全部|答复|办结|办理|申请|已|的|数|量|总|新收|件)*|率)仅?(?:为|达到?|是)?$/;

/** A percentage with the figures of which it must be a share. */
interface Share {
  readonly what: string;
  readonly whatEn: string;
  readonly cells: readonly string[];
  readonly quantity: Quantity;
  readonly sentence: string;
  readonly place: TextPlace;
}

/** Percentages of outcomes, over what was handled or received, and of kinds of applicants, over what was received. */
export function judgePercentages(report: Report, form: Form): Outcome[] {
  return [...sharesOfClaims(report, form), ...sharesAlone(report, form)].map((found) =>
    judgeShare(found, report, form),
  );
}

/** Those that follow the number of an outcome or of a kind of applicant. */
function sharesOfClaims(report: Report, form: Form): Share[] {
  return findClaims(form, report)
    .filter(hasShare)
    .flatMap(({ statement, next, cells, what, whatEn, sentence, place }): Share[] => {
      const quantity = next?.quantity;
      if (quantity?.unit !== '%' || quantity.approximate) return [];
      const between = withoutBlanks(statement.sentence.text.slice(statement.quantity.end, quantity.start));
      if (!link.test(between)) return [];
      const shift = quantity.start - statement.quantity.start;
      const start = place.start + shift;
      return [
        {
          ...{ what, whatEn, cells, quantity, sentence },
          place: { ...place, start, end: start + quantity.end - quantity.start },
        },
      ];
    });
}

/** Those whose own words say of what: 予以公开的占 61.5%, 不予公开率 3%. */
function sharesAlone(report: Report, form: Form): Share[] {
  const terms = vocabularyOf(form).terms.filter(hasShare);
  return statementsOf(report).flatMap(({ statements }) =>
    statements.flatMap((statement): Share[] => {
      const { quantity, label, before, sentence } = statement;
      if (quantity.unit !== '%' || quantity.approximate || !share.test(label)) return [];
      if (speaksOfOtherTime(before, report.year)) return [];
      const name = withRelativeYears(label.replace(share, ''), report.year);
      const term = terms.find((term) => {
        const said = nameIn(term, name, report);
        return said !== undefined && isAbout(term, statement, [], said);
      });
      if (!term) return [];
      const { section, block, start } = sentence.place;
      const place = { section, block, start: start + quantity.start, end: start + quantity.end };
      const { what, whatEn, cells } = term;
      return [{ what, whatEn, cells, quantity, sentence: quoteOf(sentence.text), place }];
    }),
  );
}

function hasShare({ rule, cells }: { readonly rule: string; readonly cells: readonly string[] }): boolean {
  return rule === 'R47' || (rule === 'R43' && isOfApplicants(cells));
}

function isOfApplicants(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.startsWith('requests.received.') && !cell.endsWith('.total'));
}

function judgeShare({ what, whatEn, cells, quantity, sentence, place }: Share, report: Report, form: Form): Outcome {
  const { handled, received, carriedIn } = vocabularyOf(form);
  const keys = isOfApplicants(cells) ? [[received]] : [[handled], [received], [received, carriedIn]];
  const wholes = keys.map((whole) => sumOf(form, report.tables, whole));
  const part = sumOf(form, report.tables, cells);
  const { value, decimals } = quantity;
  const outcome = {
    scope: 'cell' as const,
    cells: [...cells, keys[0]![0]!],
    place,
    params: { what, whatEn, actual: value, quote: sentence },
  };
  const [all] = wholes;
  if (typeof part !== 'number' || typeof all !== 'number')
    return { ...outcome, verdict: 'skip', reason: 'blank_cells' };
  const right = wholes.some((whole) => typeof whole === 'number' && isPercentage(value, decimals, part, whole));
  const expected = all === 0 ? 0 : Number(((part * 100) / all).toFixed(decimals));
  return {
    ...outcome,
    verdict: right ? 'pass' : 'fail',
    params: { ...outcome.params, expected },
    expected,
    actual: value,
  };
}
