/**
 * The analyser of running text: passages, sentences, quantities, statements, and the claims that they make of figures.
 * @module
 */

import { memoizeWeak } from '../common/memoize-weak.ts';
import type { TextPlace } from '../engine/finding.ts';
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

/** A passage of a report, whose sentences many rules ask for. */
class ReadPassage implements Passage {
  readonly section: string;
  readonly block: number;
  readonly text: string;
  readonly heading: boolean;
  #sentences: readonly Sentence[] | undefined;

  constructor(section: string, block: number, { type }: TextBlock, text: string) {
    this.section = section;
    this.block = block;
    this.text = text;
    this.heading = type === 'heading';
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= cutSentences(this);
    return this.#sentences;
  }
}

const longestQuote = 200;

function wordsOf(block: TextBlock): string {
  return block.type === 'table' ? '' : blockText(block);
}

/** Paragraphs, headings and lists of the sections, in order; tables hold no running text. */
export function passagesOf(report: Report, sections?: readonly string[]): readonly Passage[] {
  const passages = readPassages(report.sections);
  return sections ? passages.filter(({ section }) => sections.includes(section)) : passages;
}

/** Every rule on text asks for them, and reports never change. */
const readPassages = memoizeWeak((sections: Report['sections']): readonly Passage[] =>
  sections.flatMap(({ key, blocks }) =>
    blocks.flatMap((block, at) => {
      const text = wordsOf(block);
      return text.trim() === '' ? [] : [new ReadPassage(key, at, block, text)];
    }),
  ),
);

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
export function sentencesOf(passage: Passage): readonly Sentence[] {
  return passage instanceof ReadPassage ? passage.sentences : cutSentences(passage);
}

function cutSentences({ section, block, text }: Passage): Sentence[] {
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
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
}
