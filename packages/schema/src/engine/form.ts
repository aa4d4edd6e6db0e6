import type { Layout } from '../layout/layout.ts';
import type { Rule } from './rule.ts';

/** How the cells of a form follow from those of the form before it, for comparison across years. */
export interface Lineage {
  /** The form before; only its layout, so that a page with one form carries no rules of another. */
  readonly previous: Layout;
  /** Rows `<table>.<row>` of this form whose sum is one row of the previous form. */
  readonly splitRows: readonly { readonly from: string; readonly into: readonly string[] }[];
  /** Rows that bear the same key but measure another thing, so they are never compared. */
  readonly changedRows: readonly string[];
}

/** An official form: its layout, its rules on figures and what it comes from. One folder under forms/. */
export interface Form extends Layout {
  /** The rules on figures; `rulesOf` in the catalogue gives every rule, those on text and context too. */
  readonly figureRules: readonly Rule[];
  readonly lineage?: Lineage;
}
