import type { Scope, Severity, Text, Verdict } from '../rules/rule.ts';
import type { SkipReason } from '../formulas/evaluate.ts';

/** A cell that is probably wrong, and what it should be. */
export interface Suspect {
  readonly cell: string;
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

/** Place of a text in the report: section key, block, and character offsets in it. */
export interface TextPlace {
  readonly section: string;
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** What one rule says of one place in the report. */
export interface Finding {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly scope: Scope;
  /** Keys of the cells that it speaks of. */
  readonly cells: readonly string[];
  readonly place?: TextPlace;
  readonly params: Readonly<Record<string, string | number>>;
  readonly expected?: number | string;
  readonly actual?: number | string;
  readonly reason?: SkipReason;
  readonly suspects?: readonly Suspect[];
  readonly message: Text;
}
