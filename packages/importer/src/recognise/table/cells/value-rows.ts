import type { Place } from '../../../source/place.ts';
import { isBlank, isProse, type Line, type LineCell } from '../../text/lines.ts';
import { isRemark, looksLikeFigure, readCellText, type CellText } from './cell-text.ts';

/** A cell that may hold a figure. */
export interface Slot {
  readonly raw: string;
  readonly text: CellText;
  readonly place: Place;
  readonly column: number | undefined;
  /** A remark from a separate cell after this one. */
  readonly remark?: string;
  /** See SourceCell. */
  readonly unsure?: string;
  readonly doubt?: string;
  readonly leftOut?: string;
}

/** A text between figures: part of a label, a column heading, or a caption. */
export interface Label {
  readonly text: string;
  readonly line: number;
  readonly grid: number | undefined;
  readonly column: number | undefined;
}

/** The figures of a row, with the texts on the same line and the texts since the row before. */
export interface ValueRow {
  /** Texts since the row before. */
  readonly before: readonly Label[];
  /** Texts on the row's own line, before its figures. */
  readonly own: readonly Label[];
  readonly slots: Slot[];
  /** Single numbers on the lines directly after a row of a grid: page numbers, or figures cut off from the row. */
  readonly strays: Slot[];
  readonly grid: number | undefined;
  readonly line: number;
}

export interface ValueRows {
  readonly rows: readonly ValueRow[];
  /** Texts after the last row. */
  readonly after: readonly Label[];
  /** Single numbers that look like page numbers; they are left out. */
  readonly pageNumbers: readonly Slot[];
}

interface Segment {
  readonly texts: readonly Label[];
  readonly slots: readonly Slot[];
}

/** Classifies texts by the labels of the form. */
export interface LabelClassifier {
  /** True if texts followed only by empty cells are a row of blanks. */
  readonly isBlankRow: (texts: readonly Label[], before: readonly Label[], slots: readonly Slot[]) => boolean;
  /** True if the last of the texts is the label of a row. */
  readonly isLabel: (texts: readonly Label[]) => boolean;
  /** True if a text is a heading of columns or row groups, or a caption. */
  readonly isHead: (text: Label) => boolean;
}

export function findValueRows(lines: readonly Line[], { isBlankRow, isLabel, isHead }: LabelClassifier): ValueRows {
  const rows: ValueRow[] = [];
  const pageNumbers: Slot[] = [];
  let pending: Label[] = [];
  /** The row to which lines of one figure each are being added. */
  let stream: ValueRow | undefined;

  const open = (line: Line, texts: readonly Label[], slots: readonly Slot[]) => {
    const grid = gridOf(line);
    // If labels and figures are on separate lines, the last text is the label unless it is a heading of columns or
    // rows.
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
        // A single number directly before a complete row of figures is not in a cell of that row.
        const isStray = stream && stream.slots.length === 1 && stream.grid === undefined && !isLabel(stream.own);
        const stray = isStray ? rows.pop() : undefined;
        if (stray) pageNumbers.push(...stray.slots);
        open(line, [], slots);
        stream = undefined;
      } else if (answered || isEmptyCell(line)) {
        if (!answered && !stream) {
          // An empty cell after a label is the first of its row; any other remains from merged cells.
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

/** More cells than a row of any form has. */
const maxCells = 40;

/** The grid of a row; a row of one cell is treated as a line. */
function gridOf({ grid, cells }: Line): number | undefined {
  return cells.length > 1 ? grid : undefined;
}

/** True for an empty cell on a separate line of text. */
function isEmptyCell({ cells, inGrid }: Line): boolean {
  return inGrid && cells.length === 1 && cells[0]!.column === undefined && isBlank(cells[0]!.text);
}

/** The cells on the lines from a position, one per line, up to the next text. */
function cellsFrom(lines: readonly Line[], from: number): Slot[] {
  const found: Slot[] = [];
  for (const line of lines.slice(from, from + maxCells)) {
    const [{ texts, slots }] = segmentsOf(line) as [Segment];
    if (texts.length > 0 || slots.length !== 1) break;
    found.push(...slots);
  }
  return found;
}

/** A label with one or two figures on its line may continue with one figure per line; a row of a grid is complete. */
function streamable(row: ValueRow): ValueRow | undefined {
  return row.grid !== undefined && row.slots.length > 1 ? undefined : row;
}

const dashedPageNumber = /^(?:[-—–－―]\s*\d{1,3}\s*[-—–－―]|第\s*\d{1,3}\s*页.{0,12})$/u;

function isPageNumber({ cells, inGrid }: Line): boolean {
  return !inGrid && dashedPageNumber.test(cells[0]!.text.trim());
}

/** Splits the line into texts followed by figures. In running text, blanks separate the cells. */
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
    // After a label or figure in a grid row, a text that starts like a figure is an unreadable figure.
    const isText = text.type === 'text' && unsure === undefined && !(line.inGrid && current && looksLikeFigure(raw));
    // Empty cells between two texts remain from merged cells.
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

/** The text without its line breaks and the blanks around them. */
function joinedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('');
}

/** The words of a line; text in brackets stays together, and digits joined to a label are a separate word. */
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
