import type { Value } from '@gongkai/schema';

/** A cell that is pasted into. */
export interface PastedCell {
  /** Key of the cell. */
  readonly cell: string;
  /** Text as copied, without blanks around it. */
  readonly text: string;
  /**
   * Value of the cell if the copied table determines how to read the text, such as a column in 元; otherwise the text is
   * read.
   */
  readonly value?: Value;
}

/** The outcome of pasting. Only `fill` writes anything. */
export type PasteOutcome =
  | {
      readonly type: 'fill';
      readonly cells: readonly PastedCell[];
      /** Chinese: remarks for the clerk about figures that were left out, converted or placed by position. */
      readonly remarks: readonly string[];
    }
  /** `reason`: Chinese; states what does not fit and what to do. */
  | { readonly type: 'refused'; readonly reason: string }
  | {
      readonly type: 'question';
      readonly question: string;
      readonly choices: readonly { readonly label: string; readonly outcome: PasteOutcome }[];
    };

export function refused(reason: string): PasteOutcome {
  return { type: 'refused', reason };
}

/** Replaces each `fill` in the outcome, including those behind a question. */
export function mapFills(
  outcome: PasteOutcome,
  replace: (fill: Extract<PasteOutcome, { type: 'fill' }>) => PasteOutcome,
): PasteOutcome {
  if (outcome.type === 'fill') return replace(outcome);
  if (outcome.type === 'refused') return outcome;
  return {
    ...outcome,
    choices: outcome.choices.map(({ label, outcome: next }) => ({ label, outcome: mapFills(next, replace) })),
  };
}
