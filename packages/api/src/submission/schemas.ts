import * as z from 'zod/mini';
import { agencyId, digest, finding, reportKind } from '../common/schemas.ts';

/** A dry run returns what a submission would do and has no effect. */
export const submissionQuery = z.strictObject({ dryRun: z.optional(z.boolean()) });

/** Identifies a repeated call. */
export const idempotencyKey = z.string().check(z.regex(/^[\x21-\x7e]{8,128}$/));

export const submissionAnswer = z.strictObject({
  agencyId,
  year: z.int(),
  kind: reportKind,
  dryRun: z.boolean(),
  /** Whether the report was submitted; for a dry run, whether it would be. */
  accepted: z.boolean(),
  /** For a dry run: why the submission would be refused. */
  problem: z.optional(z.strictObject({ code: z.string(), message: z.string() })),
  /** Number and digest of the revision that this call, or an earlier one with the same key, submitted. */
  revision: z.optional(z.int()),
  digest: z.optional(digest),
  /** The findings, the most severe first. */
  findings: z.array(finding),
});
export type SubmissionAnswer = z.infer<typeof submissionAnswer>;
