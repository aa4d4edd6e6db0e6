/** A position in the source that can be shown to the user. */
export type Place =
  /** Line, column and length in a text, from 1, in UTF-16 units. */
  | { readonly type: 'text'; readonly line: number; readonly column: number; readonly length: number }
  /** Position among the blocks of a document; within a table, row and cell as stored. All from 1. */
  | { readonly type: 'block'; readonly block: number; readonly row?: number; readonly cell?: number }
  /** Box on a page in points from the upper left corner. */
  | { readonly type: 'page'; readonly page: number; readonly box: Box }
  /** Cell of a sheet, such as B5. */
  | { readonly type: 'sheet'; readonly sheet: string; readonly cell: string };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
