import { readHtml } from '../read/html/read-html.ts';
import { readText } from '../read/text/read-text.ts';
import type { SourceBlock, SourceGrid } from '../source/document.ts';
import { limits } from '../source/limits.ts';
import type { Place } from '../source/place.ts';
import { Refusal } from '../source/refusal.ts';
import { readBlankSeparated } from './blank-separated.ts';
import { readTabSeparated } from './tab-separated.ts';

/** The clipboard content in the two formats that hold tables; empty if the program provided none. */
export interface ClipboardContent {
  readonly text: string;
  readonly html: string;
}

/** The clipboard content in each possible reading. In the first, every blank is a separator. */
export interface ClipboardSource {
  readonly blocks: readonly SourceBlock[];
  /** Reading in which digits in groups of three are one figure. */
  readonly joined?: readonly SourceBlock[];
}

/**
 * Reads the clipboard: the table of its HTML, which keeps merged cells and paragraphs within cells, otherwise its text.
 * @throws Refusal
 */
export function readSource({ text, html }: ClipboardContent): ClipboardSource {
  if (text.length > limits.characters || html.length > 4 * limits.characters)
    throw new Refusal('too-large', '复制的内容太长，不像是报告里的表格。请只复制表格。', '报告里的表格');
  const page = html.trim() === '' ? [] : readHtml(html).blocks;
  if (page.some(({ type }) => type === 'grid')) return { blocks: page };
  if (text.trim() !== '') return readPlain(text);
  // The HTML reader does not treat a single column as a table and drops its blank cells.
  if (/<t[dh][\s>]/i.test(html) && page.length > 1)
    throw new Refusal(
      'not-a-report',
      '剪贴板里只有一列网页表格，看不出空格在哪里。请连同行名一起复制。',
      '报告里的表格',
    );
  return readPlain(page.map((block) => (block.type === 'text' ? block.text : '')).join('\n'));
}

function readPlain(text: string): ClipboardSource {
  if (text.includes('\t')) return { blocks: [gridOf(readTabSeparated(text))] };
  const figures = readBlankSeparated(text);
  if (!figures) return { blocks: readText(text).blocks };
  // A single column of figures keeps its blank lines.
  if (figures.split.every(({ length }) => length === 1)) return { blocks: [gridOf(readTabSeparated(text))] };
  return {
    blocks: [gridOf(figures.split)],
    ...(figures.joined ? { joined: [gridOf(figures.joined)] } : {}),
  };
}

function gridOf(rows: readonly (readonly string[])[]): SourceGrid {
  return {
    type: 'grid',
    // Only rows of equal length show true columns: a word processor's text has one field for merged cells.
    aligned: rows.every(({ length }) => length === rows[0]!.length),
    rows: rows.map((row, line) => row.map((text, column) => ({ text, column, colspan: 1, place: placeOf(line) }))),
  };
}

function placeOf(line: number): Place {
  return { type: 'text', line: line + 1, column: 1, length: 0 };
}
