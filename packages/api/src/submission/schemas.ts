import * as z from 'zod/mini';
import { agencyId, digest, finding, reportKind } from '../common/schemas.ts';

/** A dry run tells what a real one would do, and does nothing. */
export const submissionQuery = z.strictObject({ dryRun: z.optional(z.boolean()) });

/** By which a call that is repeated is recognised. */
export const idempotencyKey = z.string().check(z.regex(/^[\x21-\x7e]{8,128}$/));

export const submissionAnswer = z.strictObject({
  agencyId,
  year: z.int(),
  kind: reportKind,
  dryRun: z.boolean(),
  /** Submitted; of a dry run, whether it would be. */
  accepted: z.boolean(),
  /** Of a dry run: why it would be refused. */
  problem: z.optional(z.strictObject({ code: z.string(), message: z.string() })),
  /** Of what was submitted, by this call or before with the same key: the number of its revision, and the digest. */
  revision: z.optional(z.int()),
  digest: z.optional(digest),
  /** What fails in it, the gravest first. */
  findings: z.array(finding),
});
export type SubmissionAnswer = z.infer<typeof submissionAnswer>;
