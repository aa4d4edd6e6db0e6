import { memoizeWeak } from '../common/memoize-weak.ts';
import type { Report } from '../report/report.ts';
import { isNeutral } from './filler-words.ts';
import type { Statement } from './statements.ts';
import { requestNoun, type Term } from '../layout/vocabulary.ts';

const noun = `(?:${requestNoun}|申请|案件|案)`;
/** Words between what is counted and its number. */
const ending = `(?:的|类)?(?:答复|决定|处理|办理|情形)?(?:的)?${noun}?(?:答复)?(?:件数|数量|总数|总量|总额|数|量|件)?(?:的)?(?:共计|共有|合计|总计|累计|共|则有|有|则为|为|是|达到?|计)?`;
/** Words after the unit that only say again what is counted. */
const again = new RegExp(`^(?:的)?(?:(?:政府|政务)?信息公开)?${noun}?(?:中|里|之中)?$`);
/** After "those received" and the like, whatever the requests do next. */
const asSubject = new RegExp(`^(?:的)?(?:全部|所有)?${noun}`);
const lead = `(?:的)?${noun}?(?:均|已|需|则|依法|全部|由本机关|被|系|为|属于|因)?`;

/** What is recognised by a term's words, compiled once. */
interface Expressions {
  readonly before: RegExp;
  readonly after: RegExp | undefined;
  readonly follows: RegExp | undefined;
  readonly subject: RegExp;
}

const expressionsOf = memoizeWeak(({ says, tail, follows, subject }: Term): Expressions => ({
  before: new RegExp(`(?:${says})${ending}$`),
  after: tail === undefined ? undefined : new RegExp(`^${lead}(?:${tail})(?:处理|办理|答复|${noun})?$`),
  follows: follows === undefined ? undefined : new RegExp(`^(?:${follows})$`),
  subject: subject === undefined ? asSubject : new RegExp(subject),
}));

/** The words round a number that name what it counts; years by their relation to the report's. */
export interface Words {
  readonly label: string;
  /** With years as written. */
  readonly labelAsWritten: string;
  readonly tail: string;
}

export function wordsAround({ label, tail }: Statement, { year }: Report): Words {
  return {
    label: withRelativeYears(label, year),
    labelAsWritten: label,
    tail: withRelativeYears(upToNext(tail), year),
  };
}

/**
 * The words before the number that name what a term counts; those after the unit add nothing, or say what they must.
 * @returns undefined where they do not, or where other words precede them
 */
export function saidBefore(term: Term, { label, tail }: Words, report: Report): string | undefined {
  const found = nameIn(term, label, report);
  if (found === undefined) return undefined;
  const { follows, subject: ofSubject } = expressionsOf(term);
  if (follows) return follows.test(tail) ? found + tail : undefined;
  if (again.test(tail)) return found;
  const subject = /的(?:全部|所有)?$/.test(found) ? ofSubject.exec(tail) : null;
  return subject ? found + subject[0] : undefined;
}

/** The words after a unit that belong to its number and not to the next one in a list. */
function upToNext(tail: string): string {
  const next = tail.search(/、|^[和及与]/);
  return next === -1 ? tail : tail.slice(0, next);
}

/** The words at the end of a label that name what a term counts, if only fillers precede them. */
export function nameIn(term: Term, label: string, { agency }: Report): string | undefined {
  const match = expressionsOf(term).before.exec(label);
  return match && isNeutral(label.slice(0, match.index), agency.name) ? match[0] : undefined;
}

/** The words after the unit name it, and those before the number add nothing. */
export function saidAfter(term: Term, { labelAsWritten, tail }: Words, { agency }: Report): string | undefined {
  const { after } = expressionsOf(term);
  // Words before the last comma of a list belong to the previous number.
  return after && after.test(tail) && isNeutral(labelAsWritten.split('、').at(-1)!, agency.name) ? tail : undefined;
}

/** "2025年" in a report for 2026 is last year, and so on: terms name years by their relation alone. */
export function withRelativeYears(words: string, year: number): string {
  if (!words.includes('20')) return words;
  return words.replace(/(20\d{2})年度?(?!\d)/g, (written, named: string) => {
    const relation = ['上年', '本年', '下年'][Number(named) - year + 1];
    return relation ?? written;
  });
}
