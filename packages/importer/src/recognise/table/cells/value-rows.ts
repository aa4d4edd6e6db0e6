import type { Place } from '../../../source/place.ts';
import { isBlank, isProse, type Line, type LineCell } from '../../text/lines.ts';
import { isRemark, looksLikeFigure, readCellText, type CellText } from './cell-text.ts';

/** A cell that may hold a figure. */
export interface Slot {
  readonly raw: string;
  readonly text: CellText;
  readonly place: Place;
  readonly column: number | undefined;
  /** A remark that stood in a cell of its own after this one. */
  readonly remark?: string;
  /** See SourceCell. */
  readonly unsure?: string;
  readonly doubt?: string;
  readonly leftOut?: string;
}

/** A text between figures: part of a label, a heading of columns, a caption. */
export interface Label {
  readonly text: string;
  readonly line: number;
  readonly grid: number | undefined;
  readonly column: number | undefined;
}

/** Figures in a row, with the texts on the same line and those since the row before. */
export interface ValueRow {
  /** Texts since the row before. */
  readonly before: readonly Label[];
  /** Texts on the row's own line, before its figures. */
  readonly own: readonly Label[];
  readonly slots: Slot[];
  /** Lone numbers on the lines right after a row of a grid: page numbers, or figures cut off from it. */
  readonly strays: Slot[];
  readonly grid: number | undefined;
  readonly line: number;
}

export interface ValueRows {
  readonly rows: readonly ValueRow[];
  /** Texts after the last row. */
  readonly after: readonly Label[];
  /** Lone numbers that look like page numbers, left out. */
  readonly pageNumbers: readonly Slot[];
}

interface Segment {
  readonly texts: readonly Label[];
  readonly slots: readonly Slot[];
}

/** What the labels of the form say of texts. */
export interface LabelClassifier {
  /** Whether texts followed by empty cells only are a row of blanks. */
  readonly isBlankRow: (texts: readonly Label[], before: readonly Label[], slots: readonly Slot[]) => boolean;
  /** Whether the last of some texts is the label of a row. */
  readonly isLabel: (texts: readonly Label[]) => boolean;
  /** Whether a text heads columns or groups of rows, or is a caption. */
  readonly isHead: (text: Label) => boolean;
}

export function findValueRows(lines: readonly Line[], { isBlankRow, isLabel, isHead }: LabelClassifier): ValueRows {
  const rows: ValueRow[] = [];
  const pageNumbers: Slot[] = [];
  let pending: Label[] = [];
  /** The row that lines of one figure each are adding to. */
  let stream: ValueRow | undefined;

  const open = (line: Line, texts: readonly Label[], slots: readonly Slot[]) => {
    const grid = gridOf(line);
    // Where labels and figures stand on lines of their own, the last text is the label unless it heads columns or rows.
    const last = pending.at(-1);
    const isOwn = texts.length === 0 && grid === undefined && last !== undefined && !isHead(last);
    const own = isOwn ? [last] : texts;
    const before = isOwn ? pending.slice(0, -1) : pending;
    const row = { before, own, slots: [...slots], strays: [], grid, line: line.index };
    rows.push(row);
    pending = [];
    return row;
  };

  for (const [at, line] of lines.entries()) {
    if (isPageNumber(line)) continue;
    for (const { texts, slots } of segmentsOf(line)) {
      const answered = slots.some(({ text }) => text.type !== 'blank');
      if (texts.length > 0) {
        stream = undefined;
        if (answered || isBlankRow(texts, pending, slots)) stream = streamable(open(line, texts, slots));
        else pending = texts.some(({ text }) => isProse(text)) ? [] : [...pending, ...texts];
      } else if (slots.length > 1 && gridOf(line) !== undefined) {
        if (!answered && !isBlankRow(texts, pending, slots)) continue;
        // A lone number right before a full row of figures stands in no cell of it.
        const isStray = stream && stream.slots.length === 1 && stream.grid === undefined && !isLabel(stream.own);
        const stray = isStray ? rows.pop() : undefined;
        if (stray) pageNumbers.push(...stray.slots);
        open(line, [], slots);
        stream = undefined;
      } else if (answered || isEmptyCell(line)) {
        if (!answered && !stream) {
          // An empty cell after a label is the first of its row; elsewhere it is left over from merged cells.
          if (!isLabel(pending) && !isBlankRow([], pending, cellsFrom(lines, at))) continue;
          stream = open(line, [], slots);
        } else if (stream && pending.length === 0) stream.slots.push(...slots);
        else if (pending.length === 0 && rows.at(-1)?.grid !== undefined) rows.at(-1)!.strays.push(...slots);
        else stream = open(line, [], slots);
      }
    }
  }
  return { rows, after: pending, pageNumbers };
}

/** More than a row of any form has. */
const maxCells = 40;

/** The grid of a row; a row of one cell is no more than a line. */
function gridOf({ grid, cells }: Line): number | undefined {
  return cells.length > 1 ? grid : undefined;
}

/** A cell that a text shows to be empty, on a line of its own. */
function isEmptyCell({ cells, inGrid }: Line): boolean {
  return inGrid && cells.length === 1 && cells[0]!.column === undefined && isBlank(cells[0]!.text);
}

/** The cells on the lines from there, one on each, up to the next text. */
function cellsFrom(lines: readonly Line[], from: number): Slot[] {
  const found: Slot[] = [];
  for (const line of lines.slice(from, from + maxCells)) {
    const [{ texts, slots }] = segmentsOf(line) as [Segment];
    if (texts.length > 0 || slots.length !== 1) break;
    found.push(...slots);
  }
  return found;
}

/** A label with a figure or two on its line may go on with one figure a line; a row of a grid is complete. */
function streamable(row: ValueRow): ValueRow | undefined {
  return row.grid !== undefined && row.slots.length > 1 ? undefined : row;
}

const dashedPageNumber = /^(?:[-—–－―]\s*\d{1,3}\s*[-—–－―]|第\s*\d{1,3}\s*页.{0,12})$/u;

function isPageNumber({ cells, inGrid }: Line): boolean {
  return !inGrid && dashedPageNumber.test(cells[0]!.text.trim());
}

/** The line cut into texts followed by figures. In running text the cells are told apart by blanks. */
function segmentsOf(line: Line): Segment[] {
  const cells = line.inGrid ? line.cells : isProse(line.cells[0]!.text) ? line.cells : splitAtNumbers(line.cells[0]!);
  const segments: { texts: Label[]; slots: Slot[] }[] = [];
  let current: { texts: Label[]; slots: Slot[] } | undefined;
  for (const { text: raw, place, column, unsure, doubt, leftOut } of cells) {
    const text: CellText = unsure === undefined ? readCellText(raw) : { type: 'text' };
    const last = current?.slots.at(-1);
    if (text.type === 'text' && unsure === undefined && last?.text.type === 'number' && isRemark(raw)) {
      current!.slots[current!.slots.length - 1] = { ...last, remark: raw.trim() };
      continue;
    }
    // After a label or figure of a grid's row, what starts like a figure is one, if unreadable.
    const isText = text.type === 'text' && unsure === undefined && !(line.inGrid && current && looksLikeFigure(raw));
    // Empty cells between two texts are left over from merged cells.
    if (isText && current && current.slots.every(({ text: { type } }) => type === 'blank')) {
      if (current.texts.length > 0 || current.slots.length > 0) current.slots = [];
    } else if (isText || !current) {
      segments.push((current = { texts: [], slots: [] }));
    }
    if (isText) current.texts.push({ text: joinedLines(raw), line: line.index, grid: line.grid, column });
    else
      current.slots.push({
        raw: raw.trim(),
        text,
        place,
        column,
        ...(unsure === undefined ? {} : { unsure }),
        ...(doubt === undefined ? {} : { doubt }),
        ...(leftOut === undefined ? {} : { leftOut }),
      });
  }
  return segments.filter(({ texts, slots }) => texts.length > 0 || slots.length > 0);
}

/** Text without its line breaks and the blanks around them. */
function joinedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('');
}

/** Words of a line; brackets hold theirs together, and digits glued to a label are a word of their own. */
const words =
  /[^\s（(]*[（(][^）)]{0,200}[）)](?=\s|$)|(?:\d{1,2}[.．、])?[^\s\d]*[\u4e00-\u9fff]{2}[）)”]?(?=\d+(?:\s|$))|\S+/gu;

/** Splits a printed line into its texts and its numbers. */
function splitAtNumbers({ text, place, column }: LineCell): LineCell[] {
  const cells: { text: string; start: number }[] = [];
  for (const { 0: word, index } of text.matchAll(words)) {
    const last = cells.at(-1);
    if (last && readCellText(last.text).type === 'text' && readCellText(word).type === 'text')
      last.text = text.slice(last.start, index + word.length);
    else cells.push({ text: word, start: index });
  }
  return cells
    .filter(({ text: part }) => !isBlank(part))
    .map(({ text: part, start }) => ({
      text: part,
      column,
      place: place.type === 'text' ? { ...place, column: place.column + start, length: part.length } : place,
    }));
}
