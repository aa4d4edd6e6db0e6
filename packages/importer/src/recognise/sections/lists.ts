import { limits, type ListItem, type NestedList, type TextList } from '@gongkai/schema';
import type { Line } from '../text/lines.ts';

/** Connected running text. */
export interface Passage {
  readonly type: 'passage';
  text: string;
  readonly mark?: ItemMark;
}

/** The mark that makes a text an item of a list. */
export interface ItemMark {
  /** Number of an ordered item; undefined for a bullet. */
  readonly number: number | undefined;
  /** Length of the bullet or number in the text. */
  readonly length: number;
  /**
   * Nesting depth, larger for nested lists. For plain text it is measured in columns, so that a difference of one is
   * not significant.
   */
  readonly depth: number;
  /** True if the document itself marks the text as an item and states its depth. */
  readonly isDeclared: boolean;
}

/**
 * Characters that are only used as bullets, and those of Markdown, which must be followed by a blank and not by a
 * figure.
 */
const bullet = /^(?:[•●▪■◆◇➢➤►▶★☆✓✔][^\S\n]*|[-*+·][^\S\n]+(?![-+]?\d[\d.,]*%?$))(?=\S)/u;
const number = /^(\d{1,3})[.．、][^\S\n]*(?=[^\s\d])/u;

/** The mark of a line that looks like an item of a list, or is marked as one by its document. */
export function itemMark(line: Line, text: string): ItemMark | undefined {
  const declared = line.list;
  const depth = declared ? declared.level * 2 : indentOf(line);
  const isDeclared = declared !== undefined;
  if (declared && !declared.ordered) return { number: undefined, length: 0, depth, isDeclared };
  const dot = bullet.exec(text);
  if (dot) return { number: undefined, length: dot[0].length, depth, isDeclared };
  const numbered = number.exec(text);
  return numbered ? { number: Number(numbered[1]), length: numbered[0].length, depth, isDeclared } : undefined;
}

/** Points of indent in a printed line per column of plain text: half a character of the usual size. */
const pointsPerColumn = 8;

/**
 * The indent of a line of plain text or of a printed page. Other documents declare the depth of an item or do not show
 * it.
 */
function indentOf({ cells, extent, indent }: Line): number {
  if (indent !== undefined) return Math.round(indent / pointsPerColumn);
  const place = cells[0]?.place;
  return extent === 'line' && place?.type === 'text' ? place.column - 1 : 0;
}

interface OpenItem {
  readonly text: string;
  list?: { readonly ordered: boolean; readonly start?: number; readonly items: string[] };
}

/**
 * Reads the list that begins at a position and counts its pieces. A single numbered text is a heading or a paragraph,
 * not a list, and so is each of several whose numbers are not consecutive.
 */
export function listAt(
  pieces: readonly (Passage | { readonly type: 'table' })[],
  first: number,
): { readonly list: TextList; readonly length: number } | undefined {
  const markAt = (at: number) => {
    const piece = pieces[at];
    return piece?.type === 'passage' && piece.mark ? { mark: piece.mark, text: piece.text } : undefined;
  };
  const opening = markAt(first);
  if (!opening) return undefined;
  const top = opening.mark;
  const items: OpenItem[] = [];
  let at = first;
  for (let found = markAt(at); found && at - first < limits.items; found = markAt(++at)) {
    const { mark } = found;
    const text = found.text
      .slice(mark.length)
      .replace(/[\r\n\u2028\u2029]+/gu, ' ')
      .trim();
    const last = items.at(-1);
    const follows = mark.number === (top.number === undefined ? undefined : top.number + items.length);
    const inner = last?.list;
    const isDeeper = mark.depth >= top.depth + 2;
    // If the number continues both lists, the depth decides; it also decides if the document itself declares it.
    const isInner = isDeeper && (mark.isDeclared || (inner !== undefined && isNext(inner, mark)));
    if (follows && !isInner && (top.number !== undefined || !isDeeper)) items.push({ text });
    else if (!last || !isDeeper) break;
    else if (!inner) last.list = nested(mark, text);
    else if (isNext(inner, mark)) inner.items.push(text);
    else break;
  }
  if (top.number !== undefined && items.length < 2) return undefined;
  const start = top.number !== undefined && top.number > 1 ? { start: top.number } : {};
  const list = { type: 'list' as const, ordered: top.number !== undefined, ...start, items: items as ListItem[] };
  return { list, length: at - first };
}

function nested({ number: first }: ItemMark, text: string): NestedList & { items: string[] } {
  const start = first !== undefined && first > 1 ? { start: first } : {};
  return { ordered: first !== undefined, ...start, items: [text] };
}

function isNext({ ordered, start = 1, items }: NestedList, mark: ItemMark): boolean {
  return mark.number === (ordered ? start + items.length : undefined);
}
