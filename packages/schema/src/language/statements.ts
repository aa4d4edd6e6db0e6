import { memoizeWeak } from '../common/memoize-weak.ts';
import { passagesOf, sentencesOf, withoutBlanks, type Passage, type Sentence } from './passages.ts';
import type { Report } from '../report/report.ts';
import { inHalfWidth, quantitiesIn, type Quantity } from './quantities.ts';

/** A quantity with the words around it, without blanks: what claims are recognised by. */
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
  /** The sentence without blanks. */
  readonly plain: string;
  readonly context: string;
  readonly statements: readonly Statement[];
}

/** How many characters back the words before a number matter. */
const reach = 400;
/** More numbers in one sentence are a table in words, and left alone. */
const MAX_QUANTITIES = 200;
const stop = /[，。；：:;,（）()！？!?\n]/;

/** The sentences of a report's sections with their quantities. Read once: every rule on text asks for them. */
export const statementsOf = memoizeWeak((report: Report): readonly SentenceStatements[] => {
  let heading: Passage | undefined;
  return passagesOf(report).flatMap((passage) => {
    if (passage.heading || passage.section !== heading?.section) heading = passage.heading ? passage : undefined;
    const above = heading?.text ?? '';
    return sentencesOf(passage).map((sentence) => readSentence(sentence, above, passage.text));
  });
});

/** Most sentences have no quantity, and their context is not needed. */
function readSentence(sentence: Sentence, heading: string, paragraph: string): SentenceStatements {
  const plain = lazily(() => withoutBlanks(sentence.text));
  const context = lazily(() => withoutBlanks(`${heading}。${back(paragraph, sentence.place.start)}`));
  const quantities = quantitiesIn(sentence.text);
  const isTable = quantities.length > MAX_QUANTITIES;
  return {
    sentence,
    get plain() {
      return plain();
    },
    get context() {
      return context();
    },
    statements: quantities.length === 0 || isTable ? [] : statementsIn(sentence, quantities, context()),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function statementsIn(sentence: Sentence, quantities: readonly Quantity[], context: string): Statement[] {
  const { text } = sentence;
  return quantities.map((quantity, position) => {
    const from = Math.max(quantities[position - 1]?.end ?? 0, quantity.start - reach);
    const to = Math.min(quantities[position + 1]?.start ?? text.length, quantity.end + reach);
    const label = withoutBrackets(text.slice(from, quantity.start)).split(stop).at(-1)!;
    const tail = text.slice(quantity.end, to).split(stop)[0]!;
    return {
      quantity,
      sentence,
      position,
      label: plain(label).replace(/^[、和及与]/, ''),
      tail: plain(tail),
      before: inHalfWidth(withoutBlanks(back(text, quantity.start))),
      context,
    };
  });
}

/** Without blanks and quotation marks. */
function plain(words: string): string {
  return inHalfWidth(withoutBlanks(words)).replace(/[“”"《》]/g, '');
}

/** Without words in brackets that hold no number; "(including …)" joins its words to those before. */
function withoutBrackets(words: string): string {
  return words.replace(/[（(](?:含|包括)([^（）()\d]{1,20})[）)]/g, '和$1').replace(/[（(][^（）()\d]{0,20}[）)]/g, '');
}

function back(text: string, from: number): string {
  return text.slice(Math.max(0, from - reach), from);
}

/** What was carried over, and what is compared with, is of another time only by itself. */
const byTheWay =
  /(?:由|从)?(?:上一?年度?|20\d{2}年度?)(?:未办结)?(?:结转|转结|转入|顺延)|(?:结转|转|顺延|延)(?:至|到|入)?(?:上一?年度?|下一?年度?|20\d{2}年度?)|(?:较|比|与|同)(?:上|去|前|20\d{2})[^，。；]{0,30}|由上年的/g;
const time = /(20\d{2})年|上年|上一年|去年|同期|上半年|下半年|季度|\d月份|以来|历年/g;
const planned = /计划|力争|预计|下一步|拟(?:定|制|修|于)/;

/** Whether the words before a number put it in another time than the report's year. */
export function speaksOfOtherTime(before: string, year: number): boolean {
  const words = before.replace(/今年以来/g, '今年').replace(byTheWay, '');
  const last = [...words.matchAll(time)].at(-1);
  return (last !== undefined && Number(last[1]) !== year) || planned.test(before);
}
