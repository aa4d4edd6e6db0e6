import type { Finding } from '../checks/finding.ts';
import type { Context } from '../checks/context.ts';
import type { Formula } from '../formulas/formula.ts';
import type { Citation, Layout } from '../layout/layout.ts';
import type { Report } from '../report/report.ts';
import type { Value } from '../report/value.ts';

/**
 * block: cannot be right, stops submission. explain: to be corrected or explained in a sentence.
 * hint: shown, never in the way.
 */
export type Severity = 'block' | 'explain' | 'hint';
export type Verdict = 'pass' | 'fail' | 'skip';

/** What a finding speaks of. */
export type Scope = 'report' | 'section' | 'table' | 'row' | 'column' | 'cell';

/** The same words in Chinese and English. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** An example that the rule must judge so: a report with 0 in every cell, and these changes. */
export interface Vector {
  readonly name: string;
  readonly set?: Readonly<Record<string, Value>>;
  readonly year?: number;
  /** Last year's report, likewise all 0 but for these cells. */
  readonly previous?: Readonly<Record<string, Value>>;
  readonly verdict: Verdict;
}

/** What a test found, before the runner adds the rule's id, severity and words. */
export type Outcome = Pick<Finding, 'verdict' | 'scope' | 'cells' | 'params'> &
  Partial<Pick<Finding, 'place' | 'expected' | 'actual' | 'reason' | 'suspects'>>;

/** One check as one frozen object. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Text;
  readonly citation: Citation;
  /** Words of a failed finding; {names} are taken from its params. */
  readonly message: Text;
  /** Either a formula over the tables, or a test of its own. */
  readonly formula?: Formula;
  readonly test?: (report: Report, layout: Layout, context: Context) => readonly Outcome[];
  readonly vectors: readonly Vector[];
}
