import * as z from 'zod/mini';
import { finding, instant, lockVersion, report, reportInput, reportKey } from '../common/schemas.ts';
import { provenance } from '../import/schemas.ts';

export const draftSummary = z.extend(reportKey, {
  agencyName: z.string(),
  title: z.string(),
  form: z.string(),
  origin: z.enum(['entered', 'archived']),
  lockVersion,
  savedAt: instant,
  /** Name of the person who last saved it. */
  savedBy: z.string(),
});
export type DraftSummary = z.infer<typeof draftSummary>;

export const draft = z.strictObject({
  report,
  lockVersion,
  savedAt: instant,
  savedBy: z.string(),
  /** The findings, the most severe first. */
  findings: z.array(finding),
  provenance: z.optional(provenance),
  /** Name of the document that the draft was read from. */
  sourceFile: z.optional(z.string()),
  /** The agency's published report of the year before. */
  previous: z.optional(report),
  /** The reports to add up instead of `previous`, if the agency has predecessors. */
  predecessors: z.optional(z.readonly(z.array(report))),
  /** Whether the agency was split off from one of them, so that only a part of their figures applies to it. */
  splitOff: z.optional(z.boolean()),
});
export type Draft = z.infer<typeof draft>;

/** A blank report in the year's form, or one that was read from a document. */
export const startInput = z.extend(reportKey, {
  report: z.optional(reportInput),
  provenance: z.optional(provenance),
});
export type StartInput = z.infer<typeof startInput>;

export const started = z.strictObject({ lockVersion });
export type Started = z.infer<typeof started>;

export const startable = z.strictObject({ startable: z.literal(true) });

/** Without `provenance` the stored one is kept; with it, cells that a person has confirmed are saved as read. */
export const saveInput = z.extend(reportKey, {
  lockVersion,
  report: reportInput,
  provenance: z.optional(provenance),
});
export type SaveInput = z.infer<typeof saveInput>;

/**
 * The result has no findings, so that saving is fast: the browser checks during input, and findings are a separate
 * query.
 */
export const saved = z.strictObject({ lockVersion, savedAt: instant });
export type Saved = z.infer<typeof saved>;

/** The findings of a draft's last save, computed with the full check context of the server. */
export const draftFindings = z.strictObject({
  lockVersion,
  /** The most severe first. */
  findings: z.array(finding),
});
export type DraftFindings = z.infer<typeof draftFindings>;

export const lockedKey = z.extend(reportKey, { lockVersion });
export type LockedKey = z.infer<typeof lockedKey>;

/** The result of reopening a draft. */
export const reopened = z.strictObject({ lockVersion: z.int() });
export type Reopened = z.infer<typeof reopened>;
