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
  /** Name of the person who saved it last. */
  savedBy: z.string(),
});
export type DraftSummary = z.infer<typeof draftSummary>;

export const draft = z.strictObject({
  report,
  lockVersion,
  savedAt: instant,
  savedBy: z.string(),
  /** What fails, the gravest first. */
  findings: z.array(finding),
  provenance: z.optional(provenance),
  /** Name of the document that the draft was read from. */
  sourceFile: z.optional(z.string()),
  /** The agency's published report of the year before. */
  previous: z.optional(report),
  /** In its place, where others were merged into the agency or it came out of others: the reports to add up. */
  predecessors: z.optional(z.readonly(z.array(report))),
  /** It was split off from one of them, so that only a part of their figures came to it. */
  splitOff: z.optional(z.boolean()),
});
export type Draft = z.infer<typeof draft>;

/** A blank report of the year's form, or one that was read from a document. */
export const startInput = z.extend(reportKey, {
  report: z.optional(reportInput),
  provenance: z.optional(provenance),
});
export type StartInput = z.infer<typeof startInput>;

export const started = z.strictObject({ lockVersion });
export type Started = z.infer<typeof started>;

export const startable = z.strictObject({ startable: z.literal(true) });

/** Provenance is kept as it was where none is given; with it, cells that a person has confirmed are saved as read. */
export const saveInput = z.extend(reportKey, {
  lockVersion,
  report: reportInput,
  provenance: z.optional(provenance),
});
export type SaveInput = z.infer<typeof saveInput>;

/** What fails is asked for with the draft: who types has it checked beside the cells, and saving is not kept waiting. */
export const saved = z.strictObject({ lockVersion, savedAt: instant });
export type Saved = z.infer<typeof saved>;

/** What fails in a draft as it was saved last, by all that the server knows beside it. */
export const draftFindings = z.strictObject({
  lockVersion,
  /** The gravest first. */
  findings: z.array(finding),
});
export type DraftFindings = z.infer<typeof draftFindings>;

export const lockedKey = z.extend(reportKey, { lockVersion });
export type LockedKey = z.infer<typeof lockedKey>;

/** A draft stands open again. */
export const reopened = z.strictObject({ lockVersion: z.int() });
export type Reopened = z.infer<typeof reopened>;
