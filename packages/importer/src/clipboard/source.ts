import { readHtml } from '../read/html/read-html.ts';
import { readText } from '../read/text/read-text.ts';
import type { SourceBlock, SourceGrid } from '../source/document.ts';
import { limits } from '../source/limits.ts';
import type { Place } from '../source/place.ts';
import { Refusal } from '../source/refusal.ts';
import { readBlankSeparated } from './blank-separated.ts';
import { readTabSeparated } from './tab-separated.ts';

/** What a program put on the clipboard, in the two forms that hold tables; empty where it gave none. */
export interface ClipboardContent {
  readonly text: string;
  readonly html: string;
}

/** What is on the clipboard, in each way in which it can be read: the first is with every blank a separator. */
export interface ClipboardSource {
  readonly blocks: readonly SourceBlock[];
  /** With digits in groups of three taken for one figure. */
  readonly joined?: readonly SourceBlock[];
}

/**
 * Reads the clipboard: the table of its HTML, which keeps merged cells and paragraphs within cells, else its text.
 * @throws Refusal
 */
export function readSource({ text, html }: ClipboardContent): ClipboardSource {
  if (text.length > limits.characters || html.length > 4 * limits.characters)
    throw new Refusal('too-large', '复制的内容太长，不像是报告里的表格。请只复制表格。', '报告里的表格');
  const page = html.trim() === '' ? [] : readHtml(html).blocks;
  if (page.some(({ type }) => type === 'grid')) return { blocks: page };
  if (text.trim() !== '') return readPlain(text);
  // A list of one column alone is no table to the reader of web pages, which drops its blank cells.
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
  // A column of figures keeps its blank lines.
  if (figures.split.every(({ length }) => length === 1)) return { blocks: [gridOf(readTabSeparated(text))] };
  return {
    blocks: [gridOf(figures.split)],
    ...(figures.joined ? { joined: [gridOf(figures.joined)] } : {}),
  };
}

function gridOf(rows: readonly (readonly string[])[]): SourceGrid {
  return {
    type: 'grid',
    // Only rows of one length tell true columns: merged cells of a word processor's text count as one.
    aligned: rows.every(({ length }) => length === rows[0]!.length),
    rows: rows.map((row, line) => row.map((text, column) => ({ text, column, colspan: 1, place: placeOf(line) }))),
  };
}

function placeOf(line: number): Place {
  return { type: 'text', line: line + 1, column: 1, length: 0 };
}
