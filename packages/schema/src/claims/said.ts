import type { Report } from '../report/report.ts';
import { isNeutral } from './neutral.ts';
import type { Statement } from './statements.ts';
import { requestNoun, type Term } from './vocabulary.ts';

const noun = `(?:${requestNoun}|申请|案件|案)`;
/** Words between what is counted and its number. */
const ending = `(?:的|类)?(?:答复|决定|处理|办理|情形)?(?:的)?${noun}?(?:答复)?(?:件数|数量|总数|总量|总额|数|量|件)?(?:的)?(?:共计|共有|合计|总计|累计|共|则有|有|则为|为|是|达到?|计)?`;
/** Words after the unit that only say again what is counted. */
const again = new RegExp(`^(?:的)?(?:(?:政府|政务)?信息公开)?${noun}?(?:中|里|之中)?$`);
/** After "those received" and the like, whatever the requests do next. */
const asSubject = new RegExp(`^(?:的)?(?:全部|所有)?${noun}`);
const lead = `(?:的)?${noun}?(?:均|已|需|则|依法|全部|由本机关|被|系|为|属于|因)?`;

const expressions = new Map<string, RegExp>();

function expression(source: string): RegExp {
  let compiled = expressions.get(source);
  if (!compiled) expressions.set(source, (compiled = new RegExp(source)));
  return compiled;
}

/**
 * The words before the number that name what a term counts; those after the unit add nothing, or say what they must.
 * @returns undefined where they do not, or where anything else stands before them
 */
export function saidBefore(term: Term, { label, tail }: Statement, report: Report): string | undefined {
  const found = nameIn(term, label, report);
  if (found === undefined) return undefined;
  const words = withRelativeYears(upToNext(tail), report.year);
  if (term.follows !== undefined) return expression(`^(?:${term.follows})$`).test(words) ? found + words : undefined;
  if (again.test(words)) return found;
  const subject = /的(?:全部|所有)?$/.test(found)
    ? (term.subject ? expression(term.subject) : asSubject).exec(words)
    : null;
  return subject ? found + subject[0] : undefined;
}

/** The words after a unit that belong to its number and not to the next one in a list. */
function upToNext(tail: string): string {
  const next = tail.search(/、|^[和及与]/);
  return next === -1 ? tail : tail.slice(0, next);
}

/** The words at the end of a label that name what a term counts, if nothing but fillers stands before them. */
export function nameIn({ says }: Term, label: string, { agency, year }: Report): string | undefined {
  const words = withRelativeYears(label, year);
  const match = expression(`(?:${says})${ending}$`).exec(words);
  return match && isNeutral(words.slice(0, match.index), agency.name) ? match[0] : undefined;
}

/** The words after the unit name it, and those before the number add nothing. */
export function saidAfter(
  { tail: says }: Term,
  { label, tail }: Statement,
  { agency, year }: Report,
): string | undefined {
  if (says === undefined) return undefined;
  const words = withRelativeYears(upToNext(tail), year);
  const fits = expression(`^${lead}(?:${says})(?:处理|办理|答复|${noun})?$`).test(words);
  // What stands before the last comma of a list belongs to the number before.
  return fits && isNeutral(label.split('、').at(-1)!, agency.name) ? words : undefined;
}

/** "2025年" in a report for 2026 is last year, and so on: terms name years by their relation alone. */
function withRelativeYears(words: string, year: number): string {
  return words.replace(/(20\d{2})年度?(?!\d)/g, (written, named: string) => {
    const relation = ['上年', '本年', '下年'][Number(named) - year + 1];
    return relation ?? written;
  });
}
