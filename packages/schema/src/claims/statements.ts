import { isShortFor } from '../text/reporter.ts';
import { passagesOf, sentencesOf, withoutBlanks, type Passage, type Sentence } from '../text/passages.ts';
import type { Report } from '../report/report.ts';
import { quantitiesIn, type Quantity } from './quantities.ts';

/** A quantity with the words round it, without blanks: what claims are recognised by. */
export interface Statement {
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  /** Position among the sentence's quantities. */
  readonly position: number;
  /** Words from the last stop, comma or quantity to the number. */
  readonly label: string;
  /** Words from the unit to the next stop, comma or quantity. */
  readonly tail: string;
  /** All words of the sentence before the number. */
  readonly before: string;
  /** Words of the paragraph before the sentence. */
  readonly context: string;
}

/** A sentence with its quantities. */
export interface SentenceStatements {
  readonly sentence: Sentence;
  readonly context: string;
  readonly statements: readonly Statement[];
}

/** How many characters back the words before a number matter. */
const reach = 400;
/** Longer words before a number are no claim. */
const longestLabel = 60;
/** More numbers in one sentence are a table in words, and left alone. */
const mostQuantities = 200;
const stop = /[，。；：:;,（）()！？!?“”\n]/;
const read = new WeakMap<Report, readonly SentenceStatements[]>();

/** The sentences of a report's sections with their quantities. Read once: every rule on text asks for them. */
export function statementsOf(report: Report): readonly SentenceStatements[] {
  let statements = read.get(report);
  if (!statements) read.set(report, (statements = readStatements(report)));
  return statements;
}

function readStatements(report: Report): SentenceStatements[] {
  let heading: Passage | undefined;
  return passagesOf(report).flatMap((passage) => {
    if (passage.heading || passage.section !== heading?.section) heading = passage.heading ? passage : undefined;
    return sentencesOf(passage).map((sentence) => {
      const context = withoutBlanks(`${heading?.text ?? ''}。${back(passage.text, sentence.place.start)}`);
      return { sentence, context, statements: statementsIn(sentence, context) };
    });
  });
}

function statementsIn(sentence: Sentence, context: string): Statement[] {
  const { text } = sentence;
  const quantities = quantitiesIn(text);
  if (quantities.length > mostQuantities) return [];
  return quantities.map((quantity, position) => {
    const from = Math.max(quantities[position - 1]?.end ?? 0, quantity.start - reach);
    const to = Math.min(quantities[position + 1]?.start ?? text.length, quantity.end + reach);
    const label = text.slice(from, quantity.start).split(stop).at(-1)!;
    const tail = text.slice(quantity.end, to).split(stop)[0]!;
    return {
      quantity,
      sentence,
      position,
      label: withoutBlanks(label).replace(/^[、和及与]/, ''),
      tail: withoutBlanks(tail),
      before: withoutBlanks(back(text, quantity.start)),
      context,
    };
  });
}

function back(text: string, from: number): string {
  return text.slice(Math.max(0, from - reach), from);
}

/** Words that add nothing to what is counted. */
const filler =
  /^(?:20\d{2}年度?|全年|本年度?|今年|当年|年内|年度|共计|总共|共|累计|合计|总计|一共|依法|均|都|已经|已|其中|并|且|另|也|还|有|的|为|是|涉及|(?:所有|全部)?(?:办结|答复|办理|收到)?的?(?:政府)?信息公开申请中|(?:我|本|全)(?:市|县|区|省|州|旗|镇|乡|街道|局|委|厅|办|院|机关|单位|系统)|各级|行政机关)/;

/** Whether words before a claim are fillers, or the body itself by its name or a short form of it, and nothing else. */
export function isNeutral(words: string, agencyName: string): boolean {
  if (words.length > longestLabel) return false;
  let rest = words;
  while (rest !== '') {
    const match = filler.exec(rest);
    if (match) rest = rest.slice(match[0].length);
    else return subjectOf(rest, agencyName);
  }
  return true;
}

/** Whether words are a short form of the name, with fillers after it at most. */
function subjectOf(words: string, agencyName: string): boolean {
  for (let length = words.length; length >= 2; length--)
    if (isShortFor(words.slice(0, length), agencyName)) {
      const rest = words.slice(length);
      return rest === '' || (filler.test(rest) && isNeutral(rest, ''));
    }
  return false;
}

/** Whether the words before a number put it in another time than the report's year. */
export function speaksOfOtherTime(before: string, year: number): boolean {
  const last = [...before.matchAll(/(20\d{2})年|上年|上一年|去年|同期|上半年|下半年|季度|\d月份|以来|历年/g)].at(-1);
  return last !== undefined && Number(last[1]) !== year;
}
