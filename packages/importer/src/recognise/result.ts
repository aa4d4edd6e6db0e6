import type { Report } from '@gongkai/schema';
import type { SourceDocument } from '../source/document.ts';
import type { ImportNote } from '../source/note.ts';
import type { RefusalCode } from '../source/refusal.ts';
import type { CellOrigin } from './table/read-tables.ts';

/** Where each figure comes from, by cell key. */
export type Provenance = Readonly<Record<string, CellOrigin>>;

export interface ImportSuccess {
  readonly ok: true;
  readonly report: Report;
  readonly provenance: Provenance;
  /** What was not found, differs from the official form or is doubtful; in order of importance. */
  readonly notes: readonly ImportNote[];
  readonly document: SourceDocument;
}

export interface ImportFailure {
  readonly ok: false;
  readonly code: RefusalCode;
  /** Chinese: what is wrong. */
  readonly message: string;
  /** Chinese: what was expected. */
  readonly expected: string;
  /** Pages that are pictures, from 1, where that is why. */
  readonly pictures?: readonly number[];
}

export type ImportResult = ImportSuccess | ImportFailure;

/** What is known of a document besides its bytes. */
export interface ImportHints {
  readonly fileName?: string;
  readonly mediaType?: string;
  /** Year reported on and name of the body, for a document that states none. */
  readonly year?: number;
  readonly agency?: string;
}
