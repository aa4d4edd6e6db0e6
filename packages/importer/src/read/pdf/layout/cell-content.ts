import { brightness, runsOf } from '../geometry/glyph.ts';
import type { SeenGlyph } from '../visibility/overprinted-glyphs.ts';
import { around } from '../geometry/box.ts';
import { groupIntoLines } from './text-lines.ts';
import { separateNoteMarks } from './note-marks.ts';
import { standing } from '../visibility/rotated-text.ts';
import { wordsOf } from './words.ts';

/** The text of a cell, with remarks for the user. */
export interface CellContent {
  readonly text: string;
  /** The reason why the text cannot be read with certainty, in Chinese. */
  readonly unsure?: string;
  readonly doubt?: string;
  /** Content of the cell that is not part of its text, in Chinese. */
  readonly leftOut?: string;
}

/** Maximum difference in brightness within the ink of one cell. */
const maxContrast = 0.45;

/** Reads the characters of a cell of the given width. */
export function contentOf(all: readonly SeenGlyph[], width: number): CellContent {
  const visible = all.filter(({ ghost }) => !ghost);
  if (visible.length > 0) return unwrapped(visibleContent(visible), visible, width);
  const { text } = visibleContent(all);
  return { text, doubt: '在页面上看不见（隐形文字）' };
}

function visibleContent(all: readonly SeenGlyph[]): CellContent {
  const upright = all.filter((glyph) => standing(glyph) === 'upright');
  const current = upright.filter(({ struck }) => !struck);
  const struck = textOf(upright.filter((glyph) => glyph.struck));
  if (upright.length === 0) return turnedContent(all);
  if (current.length === 0) return { text: struck, unsure: `只有划去的“${struck}”` };
  const { text: glyphs, marks, unclear } = separateNoteMarks(current);
  const text = textOf(glyphs);
  const leftOut = [
    ...(struck === '' ? [] : [`划去的“${struck}”`]),
    ...(marks.length === 0 ? [] : [`注码“${marks.map((glyph) => glyph.text).join('')}”`]),
  ].join('、');
  const unsure = isFigure(text) ? (doubtOf(upright, unclear) ?? partlyStruck(upright)) : undefined;
  return {
    text: unsure === undefined ? text : strokes(current),
    ...(unsure === undefined ? {} : { unsure }),
    ...(leftOut === '' || unsure !== undefined ? {} : { leftOut }),
  };
}

/** Space that a cell may leave next to its text, in points, and in widths of a digit. */
const [padding, digit] = [12, 1.2];

/**
 * Joins a number that is wrapped to the next line because it does not fit its cell; lines with space left are separate
 * figures.
 */
function unwrapped(content: CellContent, glyphs: readonly SeenGlyph[], width: number): CellContent {
  const lines = content.text.split('\n');
  if (lines.length < 2 || content.unsure !== undefined || !/^[\d.,]+$/.test(lines.join(''))) return content;
  const full = lines[0]!.length;
  const advance = around(glyphs).width / Math.max(...lines.map((line) => line.length));
  const isFull = width - full * advance < padding + digit * advance;
  const isWrapped = isFull && lines.slice(1, -1).every((line) => line.length === full) && lines.at(-1)!.length < full;
  return isWrapped
    ? { ...content, text: lines.join(''), doubt: '在格内折行' }
    : { ...content, text: lines.join('、'), unsure: '一格里有几行数字' };
}

/** Text rotated by 90 degrees is the heading of a group of rows; figures are not written so. */
function turnedContent(all: readonly SeenGlyph[]): CellContent {
  const text = all
    .filter((glyph) => standing(glyph) === 'quarter' && !glyph.struck)
    .map((glyph) => glyph.text)
    .join('');
  return /\d/.test(text) ? { text, unsure: '文字与页面方向不同' } : { text };
}

function doubtOf(glyphs: readonly SeenGlyph[], unclear: readonly SeenGlyph[]): string | undefined {
  if (glyphs.some(({ clash }) => clash)) return '几处文字重叠在一起，或者有一部分被遮住';
  if (unclear.length > 0) return '数字大小不一，可能带有注码';
  const inks = glyphs.flatMap(({ colour }) => (colour ? [brightness(colour)] : []));
  if (inks.length > 1 && Math.max(...inks) - Math.min(...inks) > maxContrast) return '数字深浅不一，可能混入了水印';
  const fields = new Set(glyphs.map(({ annotation }) => annotation));
  return fields.size > 1 ? '页面上的字和后加的字在一格里' : undefined;
}

/** A word that is struck out only in part: the line may belong to neighbouring text. */
function partlyStruck(glyphs: readonly SeenGlyph[]): string | undefined {
  const isPartly = wordsOf(glyphs).some(
    ({ glyphs: word }) => word.some(({ struck }) => struck) && !word.every(({ struck }) => struck),
  );
  return isPartly ? '数字只有一部分被划去' : undefined;
}

/** True for digits with no more words than a unit or a remark has. */
function isFigure(text: string): boolean {
  return /\d/.test(text) && (text.match(/[\u4e00-\u9fff]/gu) ?? []).length <= 4;
}

function textOf(glyphs: readonly SeenGlyph[]): string {
  return groupIntoLines(wordsOf(glyphs))
    .map((line) => line.text)
    .join('\n');
}

/** The text of each stroke, so that the user sees which texts overlap. */
function strokes(glyphs: readonly SeenGlyph[]): string {
  return runsOf(glyphs)
    .map((run) => run.map(({ text }) => text).join(''))
    .join('、');
}
