import type { TextPlace } from '../checks/finding.ts';
import type { Report } from '../report/report.ts';
import { blockText, type TextBlock } from '../report/text-block.ts';

/** A paragraph, heading or list of a section with its place. */
export interface Passage {
  readonly section: string;
  readonly block: number;
  readonly text: string;
  readonly heading: boolean;
}

/** A sentence with its place in the report. */
export interface Sentence {
  readonly text: string;
  readonly place: TextPlace;
}

const longestQuote = 200;

function wordsOf(block: TextBlock): string {
  return block.type === 'table' ? '' : blockText(block);
}

/** Paragraphs, headings and lists of the sections, in order; tables hold no running text. */
export function passagesOf(report: Report, sections?: readonly string[]): Passage[] {
  return report.sections
    .filter(({ key }) => !sections || sections.includes(key))
    .flatMap(({ key, blocks }) =>
      blocks.map((block, at) => ({
        section: key,
        block: at,
        text: wordsOf(block),
        heading: block.type === 'heading',
      })),
    )
    .filter(({ text }) => text.trim() !== '');
}

/** The words of one section, paragraph by paragraph. */
export function textOf(report: Report, section: string): string {
  return passagesOf(report, [section])
    .map(({ text }) => text)
    .join('\n');
}

/** The words before section one. */
export function preambleOf({ preamble }: Report): string {
  return preamble.map(wordsOf).join('\n');
}

/** The sentences of a passage: cut at full stops and their like, which stay with them. */
export function sentencesOf({ section, block, text }: Passage): Sentence[] {
  return [...text.matchAll(/[^。！？!?\n]+[。！？!?]?/g)].map((match) => ({
    text: match[0],
    place: { section, block, start: match.index, end: match.index + match[0].length },
  }));
}

/** A sentence as a finding quotes it: the longest ones in part. */
export function quoteOf(sentence: string): string {
  const trimmed = sentence.trim();
  return trimmed.length <= longestQuote ? trimmed : `${trimmed.slice(0, longestQuote)}…`;
}

/** Text without blanks, for comparison of what was typeset with what is meant. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
