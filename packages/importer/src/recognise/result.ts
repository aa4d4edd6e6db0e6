import type { Report } from '@gongkai/schema';
import type { SourceDocument } from '../source/document.ts';
import type { ImportNote } from '../source/note.ts';
import type { RefusalCode } from '../source/refusal.ts';
import type { CellOrigin } from './table/read-tables.ts';

/** The origin of each figure, by cell key. */
export type Provenance = Readonly<Record<string, CellOrigin>>;

export interface ImportSuccess {
  readonly ok: true;
  readonly report: Report;
  readonly provenance: Provenance;
  /** Notes about parts that were not found, differ from the official form or are doubtful, in order of importance. */
  readonly notes: readonly ImportNote[];
  readonly document: SourceDocument;
}

export interface ImportFailure {
  readonly ok: false;
  readonly code: RefusalCode;
  /** Chinese: states what is wrong. */
  readonly message: string;
  /** Chinese: states what was expected. */
  readonly expected: string;
  /** Numbers of the pages that are pictures, from 1, if these are the reason. */
  readonly pictures?: readonly number[];
}

export type ImportResult = ImportSuccess | ImportFailure;

/** Information about a document from outside its bytes. */
export interface ImportHints {
  readonly fileName?: string;
  readonly mediaType?: string;
  /** Reporting year and name of the body, for a document that does not state them. */
  readonly year?: number;
  readonly agency?: string;
}
