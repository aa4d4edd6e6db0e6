import { limits, type ListItem, type NestedList, type TextList } from '@gongkai/schema';
import type { Line } from '../text/lines.ts';

/** Running text that stands in one piece. */
export interface Passage {
  readonly type: 'passage';
  text: string;
  readonly mark?: ItemMark;
}

/** What makes a text an item of a list. */
export interface ItemMark {
  /** Number of an ordered item; undefined for a bullet. */
  readonly number: number | undefined;
  /** How much of the text the bullet or number takes. */
  readonly length: number;
  /** Larger for items of nested lists; in columns for plain text, so that one more or less says nothing. */
  readonly depth: number;
  /** Whether the document itself says that the text is an item, and how deep. */
  readonly isDeclared: boolean;
}

/** Signs of bullets that are nothing else, and those of Markdown, which need a blank and no figure after them. */
const bullet = /^(?:[•●▪■◆◇➢➤►▶★☆✓✔][^\S\n]*|[-*+·][^\S\n]+(?![-+]?\d[\d.,]*%?$))(?=\S)/u;
const number = /^(\d{1,3})[.．、][^\S\n]*(?=[^\s\d])/u;

/** The mark of a line that reads like an item of a list, or is one by its document. */
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

/** Points that a printed line is indented for each column of plain text: half a character of the usual size. */
const pointsPerColumn = 8;

/** Blanks before a line of plain text or paper. Other documents say how deep an item is, or do not say it at all. */
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
 * The list that begins there and how many pieces it takes. One numbered text alone is no list but a heading or a
 * paragraph, and so is each of several that do not follow one another in number.
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
    // A number may go on with both lists; then the depth decides, as it does where the document itself tells it.
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
