import * as z from 'zod/mini';
import { agencyId, digest } from '../../common/schemas.ts';
import { file } from '../../import/upload.ts';

/** Limits of a file that is taken in at once. */
export const fileLimits = { bytes: 5 * 2 ** 20, lines: 5_000 } as const;

export const fileChange = z.strictObject({
  /** Heading of the column. */
  column: z.string(),
  before: z.string(),
  after: z.string(),
});
export type FileChange = z.infer<typeof fileChange>;

/** What one line of a file does. */
export const fileLine = z.strictObject({
  /** As the file counts, its heading being 1. */
  line: z.int(),
  name: z.string(),
  /** `correct` puts right what the present period says; `change` begins another. */
  effect: z.enum(['add', 'change', 'correct', 'unchanged', 'error']),
  /** Of an agency that there was before. */
  agencyId: z.nullable(agencyId),
  /** First day of the change. */
  from: z.nullable(z.string()),
  changes: z.array(fileChange),
  /** What looks wrong but hinders nothing, what is wrong and what to do about it. */
  remarks: z.array(z.string()),
  errors: z.array(z.string()),
});
export type FileLine = z.infer<typeof fileLine>;

/** What a file would do, before it does it. */
export const filePlan = z.strictObject({
  lines: z.array(fileLine),
  /** Headings that say nothing here and are passed over. */
  unknownColumns: z.array(z.string()),
  counts: z.strictObject({
    add: z.int(),
    change: z.int(),
    correct: z.int(),
    unchanged: z.int(),
    error: z.int(),
  }),
  /** Names this plan: only it can be carried out. */
  digest,
});
export type FilePlan = z.infer<typeof filePlan>;

export const previewInput = z.strictObject({ file });
export const applyInput = z.strictObject({ file, digest });

export const exportInput = z.strictObject({
  format: z.enum(['csv', 'xlsx']),
  /** With every period, a line each, instead of the present one alone. */
  history: z.optional(z.boolean()),
});
export type ExportInput = z.infer<typeof exportInput>;

export const exportedFile = z.strictObject({ name: z.string(), mediaType: z.string(), base64: z.string() });
export type ExportedFile = z.infer<typeof exportedFile>;
