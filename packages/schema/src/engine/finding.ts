import type { Mark, Scope, Severity, Text, Verdict } from './rule.ts';
import type { SkipReason } from './reasons.ts';

/** How a wrong figure usually comes about. */
export type Slip = 'swapped_digits' | 'extra_digit' | 'split_number';

/** A cell that is probably wrong, and what it should be. */
export interface Suspect {
  /** Key of the cell. */
  readonly cell: string;
  /** Row and column as figures CSV names them, such as （三）1 and 总计. */
  readonly row: string;
  readonly column: string;
  /** The value with which the sums hold. */
  readonly value: number;
  /** Set where the difference is that of a known slip. */
  readonly slip?: Slip;
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
  /** Key of the section that it speaks of as a whole. */
  readonly section?: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly expected?: number | string;
  readonly actual?: number | string;
  readonly reason?: SkipReason;
  readonly suspects?: readonly Suspect[];
  /** What a failure marks the report as. */
  readonly mark?: Mark;
  readonly message: Text;
}
