import * as z from 'zod/mini';
import { agencyId, digest } from '../../common/schemas.ts';
import { file } from '../../import/upload.ts';

/** Limits of an imported file. */
export const fileLimits = { bytes: 5 * 2 ** 20, lines: 5_000 } as const;

export const fileChange = z.strictObject({
  /** Heading of the column. */
  column: z.string(),
  before: z.string(),
  after: z.string(),
});
export type FileChange = z.infer<typeof fileChange>;

/** The effect of one row of a file. */
export const fileLine = z.strictObject({
  /** Row number in the file; the heading is 1. */
  line: z.int(),
  name: z.string(),
  /** `correct` corrects the current period; `change` begins a new one. */
  effect: z.enum(['add', 'change', 'correct', 'unchanged', 'error']),
  /** Id of an existing agency. */
  agencyId: z.nullable(agencyId),
  /** First day of the change. */
  from: z.nullable(z.string()),
  changes: z.array(fileChange),
  /** Remarks that do not prevent the import, and errors with what to do about them. */
  remarks: z.array(z.string()),
  errors: z.array(z.string()),
});
export type FileLine = z.infer<typeof fileLine>;

/** The effects of a file before it is applied. */
export const filePlan = z.strictObject({
  lines: z.array(fileLine),
  /** Unknown headings, which are ignored. */
  unknownColumns: z.array(z.string()),
  counts: z.strictObject({
    add: z.int(),
    change: z.int(),
    correct: z.int(),
    unchanged: z.int(),
    error: z.int(),
  }),
  /** Identifies this plan; only the plan with this digest can be applied. */
  digest,
});
export type FilePlan = z.infer<typeof filePlan>;

export const previewInput = z.strictObject({ file });
export const applyInput = z.strictObject({ file, digest });

export const exportInput = z.strictObject({
  format: z.enum(['csv', 'xlsx']),
  /** Exports every period in a row of its own instead of the current one only. */
  history: z.optional(z.boolean()),
});
export type ExportInput = z.infer<typeof exportInput>;

export const exportedFile = z.strictObject({ name: z.string(), mediaType: z.string(), base64: z.string() });
export type ExportedFile = z.infer<typeof exportedFile>;
