import type { ImportNote } from './note.ts';
import type { Place } from './place.ts';

/** A document of any kind as readers hand it to recognition: running text and grids, in reading order. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  /** What the reader has to say of the document itself, such as its encoding. */
  readonly notes: readonly ImportNote[];
  /** Pages that are pictures without text that could be read, from 1. */
  readonly pictures?: readonly number[];
}

export type SourceBlock = SourceText | SourceGrid;

export interface SourceText {
  readonly type: 'text';
  readonly text: string;
  /** `paragraph`: complete as it stands. `line`: a printed line, its paragraph may go on in the next one. */
  readonly extent: 'paragraph' | 'line';
  readonly place: Place;
  /** Where the first line begins, in points from the left edge of the page, where the document is printed. */
  readonly indent?: number;
  /** Set where the document says that the text is an item of a list. */
  readonly list?: ListMark;
}

/** An item of a list as a document marks it. The text of an ordered one begins with its number, as it is shown. */
export interface ListMark {
  readonly ordered: boolean;
  /** How deep the list is nested, from 0. */
  readonly level: number;
}

export interface SourceGrid {
  readonly type: 'grid';
  readonly rows: readonly (readonly SourceCell[])[];
  /** True where `column` and the spans tell true positions; false where a row is no more than a list of cells. */
  readonly aligned: boolean;
}

export interface SourceCell {
  readonly text: string;
  /** Grid column where the cell starts, from 0. */
  readonly column: number;
  readonly colspan: number;
  readonly place: Place;
  /** Why `text` cannot be taken for the cell's figure with certainty, in Chinese: the figure stays unread. */
  readonly unsure?: string;
  /** What makes the figure doubtful, in Chinese, as said after the text: it is read, to be confirmed. */
  readonly doubt?: string;
  /** What stands in the cell but is no part of its current text, such as struck-out figures, in Chinese. */
  readonly leftOut?: string;
}
