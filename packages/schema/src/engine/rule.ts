/**
 * What rules are and how they are applied: context, settings, findings, the cell that is probably wrong.
 * @module
 */

import type { Context } from './context.ts';
import type { Finding } from './finding.ts';
import type { Form } from './form.ts';
import type { Formula } from '../formulas/formula.ts';
import type { Citation, CellKeyOf, Layout } from '../layout/layout.ts';
import type { Report } from '../report/report.ts';
import type { Vector } from './vector.ts';

/**
 * block: cannot be right, stops submission. explain: to be corrected or explained in a sentence.
 * hint: shown, never in the way.
 */
export type Severity = 'block' | 'explain' | 'hint';
export type Verdict = 'pass' | 'fail' | 'skip';

/** What a finding speaks of. */
export type Scope = 'report' | 'section' | 'table' | 'row' | 'column' | 'cell';

/** Chapter of the catalogue of checks. */
export type Chapter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I';

/** What a rule rests on: printed in the form, law, a notice, real reports seen, or reasoning over the rows' meaning. */
export type Basis = 'form' | 'law' | 'notice' | 'practice' | 'reasoning';

/** What a failure marks a report as. */
export type Mark = 'late';

/** The same words in Chinese and English. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What a test found, before the runner adds the rule's id, severity and words. */
export type Outcome = Pick<Finding, 'verdict' | 'scope' | 'cells' | 'params'> &
  Partial<Pick<Finding, 'severity' | 'place' | 'section' | 'expected' | 'actual' | 'reason' | 'suspects'>>;

/** One check as one frozen object; all of it but `test` is JSON. */
export interface Rule {
  readonly id: string;
  readonly chapter: Chapter;
  readonly severity: Severity;
  readonly title: Text;
  readonly citation: Citation;
  readonly basis: readonly Basis[];
  /** Words of a failed finding; {names} are taken from its params. */
  readonly message: Text;
  readonly mark?: Mark;
  /** Either a formula over the tables, or a test of its own; no outcome means that there is nothing to judge. */
  readonly formula?: Formula;
  readonly test?: (report: Report, form: Form, context: Context) => readonly Outcome[];
  readonly vectors: readonly Vector[];
  /** Why the check can always be made, where no vector skips. */
  readonly neverSkips?: string;
}

/** Vectors whose cells are keys of that layout: a misspelled one fails the type check. */
export type VectorsOf<L extends Pick<Layout, 'tables'>> = readonly Vector<CellKeyOf<L>>[];
