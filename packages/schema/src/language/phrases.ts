import type { TextPlace } from '../engine/finding.ts';
import type { Report } from '../report/report.ts';
import { quoteOf } from './passages.ts';
import { statementsOf } from './statements.ts';

/** How many characters before and after a wording matter. */
const reach = 400;

/** A wording without a number, and its context (without blanks). */
export interface Phrase {
  readonly text: string;
  /** The words of the sentence before and after it. */
  readonly before: string;
  readonly after: string;
  /** The paragraph's heading and words before the sentence. */
  readonly context: string;
  readonly sentence: string;
  readonly place: TextPlace;
}

/** Every occurrence of a wording in a report's text. The expression must be global. */
export function phrasesIn(report: Report, wording: RegExp): Phrase[] {
  return statementsOf(report).flatMap((read) => {
    const { sentence, plain } = read;
    if (plain.search(wording) === -1) return [];
    return [...plain.matchAll(wording)].map(({ 0: text, index }) => ({
      text,
      before: plain.slice(Math.max(0, index - reach), index),
      after: plain.slice(index + text.length, index + text.length + reach),
      context: read.context,
      sentence: quoteOf(sentence.text),
      place: sentence.place,
    }));
  });
}
