import type { English } from '../layout/english.ts';
import type { Layout } from '../layout/layout.ts';
import type { Vocabulary } from '../layout/vocabulary.ts';
import type { Rule } from './rule.ts';

/** How the cells of a form follow from those of the form before it, for comparison across years. */
export interface Lineage {
  /** Id of the form before. */
  readonly previous: string;
  /** Rows `<table>.<row>` of this form whose sum is one row of the previous form. */
  readonly splitRows: readonly { readonly from: string; readonly into: readonly string[] }[];
  /** Rows that bear the same key but measure another thing, so they are never compared. */
  readonly changedRows: readonly string[];
}

/** An official form with its rules on figures: enough to enter, show and check figures in a small page. */
export interface Form extends Layout {
  /** The rules on figures; `rulesOf` in the catalogue gives every rule, those on text and context too. */
  readonly figureRules: readonly Rule[];
  readonly lineage?: Lineage;
  /** The words in which reports speak of the figures; only a form of the registry has them. */
  readonly vocabulary?: Vocabulary;
  /** Documents of all official forms, to recognise a report that cites another form's; of the registry too. */
  readonly knownNotices?: readonly string[];
}

/** All of an official form, as its folder under forms/ gives it to the registry. */
export interface FormDefinition extends Form {
  /** The rules on text and context. */
  readonly contextRules: readonly Rule[];
  readonly vocabulary: Vocabulary;
  readonly english: English;
}
