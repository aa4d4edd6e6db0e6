import type { Context } from './context.ts';
import type { Report, ReportKind } from '../report/report.ts';
import type { Value } from '../report/value.ts';
import type { Verdict } from './rule.ts';

/** A report in short: 0 in every cell but those given, no text but what is given. */
export interface Sample<K extends string = string> {
  readonly set?: Readonly<Partial<Record<K, Value>>>;
  readonly year?: number;
  readonly kind?: ReportKind;
  /** Name of the body, 云溪县青原镇人民政府 unless given. */
  readonly agency?: string;
  /** Paragraphs by section key. */
  readonly text?: Readonly<Record<string, readonly string[]>>;
  readonly report?: Partial<Pick<Report, 'title' | 'period' | 'preamble' | 'contact' | 'sections' | 'asFound'>>;
  /** That many reports alike. */
  readonly times?: number;
}

/** A test case of a rule as data: a report, its context, and the verdict that the rule must give. */
export interface Vector<K extends string = string> extends Sample<K> {
  readonly name: string;
  readonly verdict: Verdict;
  /** Last year's report, in this form unless it is that of the year before. */
  readonly previous?: Sample;
  readonly predecessors?: readonly Sample[];
  readonly peers?: readonly Sample[];
  /** Reports rolled up into this one, with what is known of each. */
  readonly parts?: readonly (Sample & { readonly digest?: string; readonly currentDigest?: string })[];
  readonly context?: Pick<Context, 'agency' | 'settings' | 'publication' | 'splitOff' | 'today'> & {
    readonly rollUp?: Omit<NonNullable<Context['rollUp']>, 'parts'>;
  };
}
