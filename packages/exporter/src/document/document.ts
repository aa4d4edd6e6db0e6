import type { Measure, Value } from '@gongkai/schema';

/**
 * @module
 * A document as neutral blocks: what the writers of every format take. It knows no official form and no format.
 */

/** A stretch of text; `mark` shows a difference in a comparison. */
export interface Run {
  readonly text: string;
  readonly mark?: 'inserted' | 'deleted';
}

export type Runs = readonly Run[];

export type DocumentBlock = DocumentHeading | DocumentParagraph | DocumentList | DocumentTable | DocumentSignature;

export interface DocumentHeading {
  readonly type: 'heading';
  /** 1 for an official section; never more than one above the heading before it. */
  readonly level: number;
  readonly runs: Runs;
}

export interface DocumentParagraph {
  readonly type: 'paragraph';
  readonly runs: Runs;
  /** `note`: a small line under a table. */
  readonly role?: 'note';
}

export interface DocumentList {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list. */
  readonly start: number;
  readonly items: readonly DocumentItem[];
}

export interface DocumentItem {
  readonly runs: Runs;
  readonly list?: DocumentList;
}

/** Name and date that close a document, one a line, at the right. */
export interface DocumentSignature {
  readonly type: 'signature';
  readonly lines: readonly string[];
}

export interface DocumentTable {
  readonly type: 'table';
  /** What the table is, for a reader who hears it. */
  readonly title: string;
  /** Widths of the grid columns as parts of 1. */
  readonly columns: readonly number[];
  /** How many of the first rows are repeated on each page. */
  readonly headRows: number;
  readonly rows: readonly (readonly DocumentCell[])[];
  /** Key of the official table in its form; absent for other tables. */
  readonly key?: string;
}

export interface DocumentCell {
  readonly runs: Runs;
  readonly colspan: number;
  readonly rowspan: number;
  /** Grid column where the cell starts, from 0. */
  readonly column: number;
  readonly align: 'start' | 'center';
  /** Set for a header: what it heads. */
  readonly scope?: 'col' | 'colgroup' | 'row' | 'rowgroup';
  /** A line across the whole table that names a block of it. */
  readonly isCaption?: boolean;
  /** The figure that the cell holds; its unit is '' where a heading names it. */
  readonly figure?: { readonly key: string; readonly value: Value; readonly measure: Measure; readonly unit: string };
}

/** Where the published original of a document is found. */
export interface DocumentOrigin {
  /** Full permanent address. */
  readonly address: string;
  /** SHA-256 of the published revision, in hexadecimal. */
  readonly digest?: string;
}

export interface ExportDocument {
  readonly title: string;
  /** Smaller line under the title. */
  readonly subtitle?: string;
  /** The agency that issues it. */
  readonly author: string;
  readonly keywords: readonly string[];
  /** Day of the document as YYYY-MM-DD, given in its metadata: never the day of writing, so that bytes stay the same. */
  readonly date: string;
  readonly blocks: readonly DocumentBlock[];
  /** A word across every page, such as 草稿. */
  readonly watermark?: string;
  readonly origin?: DocumentOrigin;
}

/** A file with what its reader must know of it, in Chinese. */
export interface ExportFile {
  readonly bytes: Uint8Array;
  readonly warnings: readonly string[];
}

/** Plain text as runs. */
export function plain(text: string): Runs {
  return text === '' ? [] : [{ text }];
}

/** The text of runs without their marks. */
export function textOf(runs: Runs): string {
  return runs.map(({ text }) => text).join('');
}
