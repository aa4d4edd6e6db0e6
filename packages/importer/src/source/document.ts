import type { ImportNote } from './note.ts';
import type { Place } from './place.ts';

/** A document of any format as readers pass it to recognition: running text and grids, in reading order. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  /** Notes of the reader about the document itself, such as its encoding. */
  readonly notes: readonly ImportNote[];
  /** Pages that are pictures without readable text, from 1. */
  readonly pictures?: readonly number[];
}

export type SourceBlock = SourceText | SourceGrid;

export interface SourceText {
  readonly type: 'text';
  readonly text: string;
  /** `paragraph`: a complete paragraph. `line`: a printed line whose paragraph may continue in the next one. */
  readonly extent: 'paragraph' | 'line';
  readonly place: Place;
  /** Position of the first line in points from the left edge of the page, for printed documents. */
  readonly indent?: number;
  /** Set if the document marks the text as an item of a list. */
  readonly list?: ListMark;
}

/** An item of a list as a document marks it. The text of an ordered item begins with its displayed number. */
export interface ListMark {
  readonly ordered: boolean;
  /** Nesting depth of the list, from 0. */
  readonly level: number;
}

export interface SourceGrid {
  readonly type: 'grid';
  readonly rows: readonly (readonly SourceCell[])[];
  /** True if `column` and the spans give true positions; false if a row is only a list of cells. */
  readonly aligned: boolean;
}

export interface SourceCell {
  readonly text: string;
  /** Grid column in which the cell starts, from 0. */
  readonly column: number;
  readonly colspan: number;
  readonly place: Place;
  /** The reason why `text` cannot be accepted as the cell's figure, in Chinese: the figure stays unread. */
  readonly unsure?: string;
  /**
   * The reason why the figure is doubtful, in Chinese, phrased to follow the text: the figure is read, to be confirmed.
   */
  readonly doubt?: string;
  /** Content of the cell that is not part of its current text, such as struck-out figures, in Chinese. */
  readonly leftOut?: string;
}
