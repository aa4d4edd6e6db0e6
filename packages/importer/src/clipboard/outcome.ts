import type { Value } from '@gongkai/schema';

/** A cell that is pasted into. */
export interface PastedCell {
  /** Key of the cell. */
  readonly cell: string;
  /** Text as copied, without blanks around it. */
  readonly text: string;
  /** Its value where the copied table itself says how to read the text, such as a column in 元; else the text tells. */
  readonly value?: Value;
}

/** What comes of pasting. Nothing is written but by `fill`. */
export type PasteOutcome =
  | {
      readonly type: 'fill';
      readonly cells: readonly PastedCell[];
      /** Chinese: what was left out, converted or placed by position, to be told. */
      readonly remarks: readonly string[];
    }
  /** `reason`: Chinese, what does not fit and what to do. */
  | { readonly type: 'refused'; readonly reason: string }
  | {
      readonly type: 'question';
      readonly question: string;
      readonly choices: readonly { readonly label: string; readonly outcome: PasteOutcome }[];
    };

export function refused(reason: string): PasteOutcome {
  return { type: 'refused', reason };
}

/** The outcome with each `fill` in it, also behind a question, replaced. */
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
