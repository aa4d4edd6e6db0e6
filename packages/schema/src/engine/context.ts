import type { AgencyKind, AgencyLevel } from '../report/agency.ts';
import type { Report } from '../report/report.ts';
import type { Settings } from './settings.ts';

/** One report that a consolidated report sums up. */
export interface RollUpPart {
  readonly report: Report;
  /** Digest of the revision that was summed. */
  readonly digest?: string;
  /** Digest of the revision published now; another one is drift. */
  readonly currentDigest?: string;
}

/**
 * The parts whose published revision is another than the one that was summed.
 * @param parts reports summed, with digests of their revisions
 * @returns those of which another revision is published now
 * @example driftOf(context.rollUp?.parts ?? [])
 */
export function driftOf(parts: readonly RollUpPart[]): RollUpPart[] {
  return parts.filter(({ digest, currentDigest }) => digest && currentDigest && digest !== currentDigest);
}

/** A body whose report belongs into a consolidated report. */
export interface DueBody {
  readonly name: string;
  /** Whether its report was accepted. */
  readonly accepted: boolean;
  /** Whether it was summed. */
  readonly included: boolean;
  /** Why it is missing; published with the report. */
  readonly reason?: string;
  readonly kind?: AgencyKind;
  /** Names of the governments that count it among their bodies. */
  readonly parents?: readonly string[];
}

/** How a consolidated report came about. */
export interface RollUpContext {
  readonly parts: readonly RollUpPart[];
  /** Every body due this year; without it completeness is not judged. */
  readonly due?: readonly DueBody[];
  /** Figures taken from the sum, or edited by hand since. */
  readonly origin?: 'generated' | 'edited';
}

/** The recorded events of a report's publication. Days are YYYY-MM-DD in Asia/Shanghai. */
export interface PublicationContext {
  readonly submittedOn?: string;
  readonly publishedOn?: string;
  readonly acceptedDigest?: string;
  readonly publishedDigest?: string;
  /** The revision published first, where another one is published now. */
  readonly firstPublished?: Report['tables'];
  /** Words on what was corrected after publication. */
  readonly correctionNote?: string;
}

/** What a check may know beyond the report itself. Whatever is missing makes its checks skip. */
export interface Context {
  /** The same body's report of the year before, in whichever form it was made. */
  readonly previous?: Report;
  /** Last year's reports of the bodies that this one was merged or split from; they replace `previous`. */
  readonly predecessors?: readonly Report[];
  /** It was split off from one of them: which part of their figures came to it is not known. */
  readonly splitOff?: boolean;
  /** Reports of other bodies of the same kind and level for the same year. */
  readonly peers?: readonly Report[];
  readonly agency?: { readonly level: AgencyLevel; readonly kind: AgencyKind };
  readonly rollUp?: RollUpContext;
  readonly publication?: PublicationContext;
  /** The day on which it is submitted, YYYY-MM-DD in Asia/Shanghai; for a draft, today. */
  readonly today?: string;
  /** Local limits and word lists in place of the usual ones. */
  readonly settings?: Partial<Settings>;
}
