import type { Severity } from '../engine/rule.ts';
import type { SkipReason } from '../engine/reasons.ts';

/** The fields of an outcome on the whole report, and of one on a section, besides verdict and severity. */
export const onReport = { scope: 'report', cells: [], params: {} } as const;
export const onSection = { ...onReport, scope: 'section' } as const;
/** What one on a section as a whole holds. */
export const onAllOf = (section: string) => ({ ...onSection, section });

export const failed = (severity: Severity, on: object = onReport) => ({ ...on, verdict: 'fail', severity });

/** The one outcome of a rule that finds nothing wrong. */
export const passed = (severity: Severity, on: object = onReport) => [{ ...on, verdict: 'pass', severity }];

/** The one outcome of a rule that cannot judge. */
export const skipped = (severity: Severity, reason: SkipReason, on: object = onReport) => [
  { ...on, verdict: 'skip', severity, reason },
];
