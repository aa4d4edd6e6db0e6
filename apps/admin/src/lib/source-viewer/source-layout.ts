import type { Place, Provenance, SourceBlock, SourceCell, SourceDocument } from '@gongkai/api/schemas';

/** A text of the source, or a part of one, from which figures of the report were read. */
export interface Spot {
  readonly id: string;
  /** Keys of the cells read from this spot. */
  readonly cells: readonly string[];
}

export interface LayoutPiece {
  readonly text: string;
  readonly spot?: Spot;
}

export interface LayoutText {
  readonly type: 'text';
  readonly id: string;
  /** Line number in the whole layout, from 0. */
  readonly line: number;
  readonly pieces: readonly LayoutPiece[];
}

export interface LayoutCell {
  readonly id: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly pieces: readonly LayoutPiece[];
}

export interface LayoutGrid {
  readonly type: 'grid';
  readonly id: string;
  readonly line: number;
  readonly rows: readonly (readonly LayoutCell[])[];
}

export type LayoutBlock = LayoutText | LayoutGrid;

/** A document laid out for rendering, with a mapping between its places and the report's cells. */
export interface SourceLayout {
  readonly blocks: readonly LayoutBlock[];
  /** Number of lines: texts and rows. */
  readonly lines: number;
  /** Id of the spot or text from which a cell was read, by cell key. */
  readonly idOf: ReadonlyMap<string, string>;
  /** Line number of an id. */
  readonly lineOf: ReadonlyMap<string, number>;
  /** Id of the text at a place. */
  readonly idAt: (place: Place) => string | undefined;
}

/** A text of the document with its place. */
interface PlacedText {
  readonly id: string;
  readonly text: string;
  readonly place: Place;
}

/** A part of a text, by its offsets. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly cells: string[];
}

/** Lays out a document: the pieces to render, and the places from which figures were read. */
export function layOutSource({ blocks }: SourceDocument, provenance: Provenance): SourceLayout {
  const stood = blocks.flatMap((block, index) => textsOf(block, index));
  const find = finder(stood);
  const partsById = new Map<string, Part[]>();
  const idOf = new Map<string, string>();
  for (const [cell, { place, raw }] of Object.entries(provenance)) {
    const text = place && find(place);
    if (!text) continue;
    const { from, to } = within(text, place, raw);
    const parts = partsById.get(text.id) ?? [];
    const part =
      parts.find((other) => other.from < to && from < other.to) ?? parts.find((other) => other.from === from);
    if (part) part.cells.push(cell);
    else parts.push({ from, to, cells: [cell] });
    partsById.set(text.id, parts);
    idOf.set(cell, `${text.id}:${(part ?? parts.at(-1)!).from}`);
  }
  const lineOf = new Map<string, number>();
  let line = 0;
  const piecesOf = (id: string, text: string): LayoutPiece[] => {
    lineOf.set(id, line);
    const parts = (partsById.get(id) ?? []).sort((a, b) => a.from - b.from);
    for (const { from } of parts) lineOf.set(`${id}:${from}`, line);
    return cut(id, text, parts);
  };
  const layout = blocks.map((block, index): LayoutBlock => {
    const id = `${index}`;
    if (block.type === 'text') {
      const text: LayoutText = { type: 'text', id, line, pieces: piecesOf(id, block.text) };
      line++;
      return text;
    }
    const start = line;
    const spans = block.aligned ? rowspansOf(block.rows) : undefined;
    const rows = block.rows.map((row, y) => {
      const cells = row.map((cell, x) => {
        const cellId = `${index}.${y}.${x}`;
        const rowspan = spans?.get(cell) ?? 1;
        return { id: cellId, colspan: cell.colspan, rowspan, pieces: piecesOf(cellId, cell.text) };
      });
      line++;
      return cells;
    });
    return { type: 'grid', id, line: start, rows };
  });
  return { blocks: layout, lines: line, idOf, lineOf, idAt: (place) => find(place)?.id };
}

function textsOf(block: SourceBlock, index: number): PlacedText[] {
  if (block.type === 'text') return [{ id: `${index}`, text: block.text, place: block.place }];
  return block.rows.flatMap((row, y) => row.map(({ text, place }, x) => ({ id: `${index}.${y}.${x}`, text, place })));
}

/** Finds the text at a place: an exact match, else the text that contains it. */
function finder(stood: readonly PlacedText[]): (place: Place) => PlacedText | undefined {
  const exact = new Map(stood.map((text) => [placeKey(text.place), text]));
  const near = Map.groupBy(stood, ({ place }) => surroundings(place));
  return (place) =>
    exact.get(placeKey(place)) ?? near.get(surroundings(place))?.find((text) => holds(text.place, place));
}

function placeKey(place: Place): string {
  switch (place.type) {
    case 'text':
      return `text ${place.line} ${place.column} ${place.length}`;
    case 'block':
      return `block ${place.block} ${place.row ?? ''} ${place.cell ?? ''}`;
    case 'page':
      return `page ${place.page} ${place.box.x} ${place.box.y} ${place.box.width} ${place.box.height}`;
    case 'sheet':
      return `sheet ${place.cell} ${place.sheet}`;
  }
}

/** The key that two places share if one can contain the other. */
function surroundings(place: Place): string {
  switch (place.type) {
    case 'text':
      return `text ${place.line}`;
    case 'block':
      return `block ${place.block}`;
    case 'page':
      return `page ${place.page}`;
    case 'sheet':
      return placeKey(place);
  }
}

function holds(outer: Place, inner: Place): boolean {
  if (outer.type === 'text' && inner.type === 'text')
    return outer.column <= inner.column && inner.column + inner.length <= outer.column + outer.length;
  if (outer.type === 'page' && inner.type === 'page') {
    const x = inner.box.x + inner.box.width / 2;
    const y = inner.box.y + inner.box.height / 2;
    const { box } = outer;
    return box.x <= x && x <= box.x + box.width && box.y <= y && y <= box.y + box.height;
  }
  if (outer.type === 'block' && inner.type === 'block')
    return (
      (outer.row === undefined || outer.row === inner.row) && (outer.cell === undefined || outer.cell === inner.cell)
    );
  return outer.type === inner.type;
}

/** The range of a figure in its text: its own characters if the place is exact, else the whole text. */
function within({ text, place }: PlacedText, at: Place, raw: string): { readonly from: number; readonly to: number } {
  if (place.type === 'text' && at.type === 'text' && at.length < place.length) {
    const from = at.column - place.column;
    if (raw !== '' && text.slice(from, from + at.length).trim() === raw.trim()) return { from, to: from + at.length };
  }
  return { from: 0, to: text.length };
}

function cut(id: string, text: string, parts: readonly Part[]): LayoutPiece[] {
  const pieces: LayoutPiece[] = [];
  let at = 0;
  for (const { from, to, cells } of parts) {
    if (from > at) pieces.push({ text: text.slice(at, from) });
    pieces.push({ text: text.slice(from, to), spot: { id: `${id}:${from}`, cells } });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** Row spans. A row lists only the cells that start in it, so a missing cell continues the cell above. */
function rowspansOf(rows: readonly (readonly SourceCell[])[]): ReadonlyMap<SourceCell, number> {
  const spans = new Map<SourceCell, number>();
  let above = new Map<number, SourceCell>();
  for (const row of rows) {
    const here = new Map(row.map((cell) => [cell.column, cell]));
    const begins = (from: number, to: number) =>
      row.some(({ column, colspan }) => column < to && from < column + colspan);
    for (const [column, cell] of above)
      if (row.length > 0 && !begins(column, column + cell.colspan)) {
        spans.set(cell, (spans.get(cell) ?? 1) + 1);
        here.set(column, cell);
      }
    above = here;
  }
  return spans;
}
