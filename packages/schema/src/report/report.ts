/**
 * A report in a form: its JSON, its values, its zod schema, blank reports.
 * @module
 */

import type { TextBlock } from './text-block.ts';
import type { Value } from './value.ts';

/** Own report of one body (本机关), or the government's report summed over its bodies (本级政府汇总). */
export type ReportKind = 'own' | 'consolidated';

export interface ReportSection {
  /** Key of the official section. */
  readonly key: string;
  /** Title in the source where it differs from the official one. */
  readonly titleAsFound?: string;
  readonly blocks: readonly TextBlock[];
}

/** Who answers questions about the report, as the preamble gives it. */
export interface Contact {
  readonly office?: string;
  readonly person?: string;
  readonly address?: string;
  readonly postcode?: string;
  readonly phone?: string;
  readonly fax?: string;
  readonly email?: string;
  readonly website?: string;
}

export interface Agency {
  readonly name: string;
  /** Permanent opaque id in the system that published the report. */
  readonly id?: string;
  /** Unified social credit code, GB 32100. */
  readonly code?: string;
}

/** First and last day reported on, as YYYY-MM-DD. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The drafter's word on a finding; it lapses when one of the values or the words changes. */
export interface Explanation {
  readonly rule: string;
  /** The cells that it speaks of with the values that it was given for. */
  readonly cells: Readonly<Record<string, Value>>;
  /** The words of the report that it speaks of, where the finding is about text. */
  readonly quote?: string;
  readonly text: string;
}

/** Where the report comes from. */
export type Origin =
  | { readonly type: 'entered' }
  | {
      /** Already published elsewhere; archived unchanged. */
      readonly type: 'archived';
      readonly source?: { readonly url?: string; readonly file?: string; readonly publishedOn?: string };
    };

/** How the source departs from the official form. */
export interface AsFound {
  /** Labels that differ: key of the row `<table>.<row>`, column `<table>.*.<column>` or section -> wording in the source. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly extraRows?: readonly string[];
  readonly missingRows?: readonly string[];
  /** Keys of official sections whose title the source does not have. */
  readonly missingSections?: readonly string[];
  readonly undivided?: readonly UndividedRow[];
  /**
   * Cells by key that the importer did not read for certain: `inferred` by reasoning, to be confirmed; `unread`, left blank.
   * In the JSON of an import only: it is removed when the figures are confirmed.
   */
  readonly certainty?: Readonly<Record<string, 'inferred' | 'unread'>>;
}

/** A row of the source that gives several official rows in one figure a column, such as （六）其他处理 of one form in the other. */
export interface UndividedRow {
  readonly label: string;
  /** Keys `<table>.<row>` of the official rows, all of one table. */
  readonly rows: readonly string[];
  /** Figures by column key. Where one is not 0, the cells of the rows are blank: how it divides is not known. */
  readonly values: Readonly<Record<string, Value>>;
}

/** Figures by table, row and column: the path is the cell's key. */
export type Tables = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Value>>>>>>;

/** The public JSON of one annual report. */
export interface Report {
  /** `urn:gongkai:report:<form id>` */
  readonly $schema: string;
  /** Id of the official form. */
  readonly form: string;
  readonly title: string;
  readonly agency: Agency;
  readonly year: number;
  readonly kind: ReportKind;
  readonly period?: Period;
  readonly preamble: readonly TextBlock[];
  readonly contact: Contact;
  readonly sections: readonly ReportSection[];
  readonly tables: Tables;
  /** Notes printed under a table, by table key. */
  readonly tableNotes: Readonly<Record<string, readonly string[]>>;
  readonly explanations: readonly Explanation[];
  readonly origin: Origin;
  readonly asFound?: AsFound;
}

/**
 * URN of the report's JSON Schema.
 * @param formId the id of a form
 * @returns the value of `$schema` in reports of that form
 * @example schemaUrn(form.id)
 */
export function schemaUrn(formId: string): string {
  return `urn:gongkai:report:${formId}`;
}
