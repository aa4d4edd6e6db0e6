import { limits } from '@gongkai/schema';
import * as z from 'zod/mini';
import { digest, report } from '../common/schemas.ts';

/** Largest document that is read, in bytes. */
export const maximumUpload = 20 * 2 ** 20;

const fileName = z.string().check(z.minLength(1), z.maxLength(255), z.regex(/^[^\p{Cc}/\\]*$/u));

/** Where in the source something stands: line and column of a text, page and box of a print, and so on. */
const place = z.record(z.string().check(z.maxLength(40)), z.union([z.string().check(z.maxLength(200)), z.number()]));

/** What the document held for a cell, where, and how sure the reading is. */
export const cellSource = z.strictObject({
  raw: z.string().check(z.maxLength(limits.line)),
  place: z.optional(place),
  certainty: z.enum(['read', 'inferred', 'unread']),
});

/** Source of each figure of an imported report, by cell key. */
export const provenance = z.record(z.string().check(z.maxLength(200)), cellSource);
export type Provenance = z.infer<typeof provenance>;

export const importNote = z.strictObject({
  code: z.string(),
  level: z.enum(['info', 'warning']),
  message: z.strictObject({ zh: z.string(), en: z.optional(z.string()) }),
  cells: z.optional(z.array(z.string())),
  place: z.optional(place),
});
export type ImportNote = z.infer<typeof importNote>;

/** Pasted text, or a form with the document in its field `file`. */
export const readInput = z.union([
  z.strictObject({ text: z.string().check(z.maxLength(maximumUpload / 4)), fileName: z.optional(fileName) }),
  z.instanceof(FormData),
]);

/** The document's bytes: kept only once a draft is started from them. */
export const attachmentRef = z.strictObject({
  digest,
  size: z.int(),
  fileName: z.optional(z.string()),
  mediaType: z.optional(z.string()),
});

export const readResult = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    report,
    provenance,
    notes: z.array(importNote),
    attachment: attachmentRef,
  }),
  z.strictObject({
    ok: z.literal(false),
    code: z.string(),
    message: z.string(),
    expected: z.optional(z.string()),
  }),
]);
export type ReadResult = z.infer<typeof readResult>;
