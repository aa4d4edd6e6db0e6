import type { ImportNote, Place, SourceDocument } from '@gongkai/importer';
import { limits } from '@gongkai/schema';
import * as z from 'zod/mini';
import { report, reportKey } from '../common/schemas.ts';

/** What is shown of a document: given to the browser as it is, so its types go along. */
export type { ImportNote, Place, SourceBlock, SourceCell, SourceDocument } from '@gongkai/importer';

/** Largest document that is read, in bytes. */
export const maximumUpload = 20 * 2 ** 20;

const fileName = z
  .string()
  .check(z.minLength(1), z.maxLength(255), z.regex(/^[^\p{Cc}/\\]*$/u, { error: '文件名不能含有斜线和控制字符' }));

/** Where in its source something stands, as the importer says it. */
const place = z.custom<Place>(
  (value) => typeof value === 'object' && value !== null && JSON.stringify(value).length <= 500,
);

/** What the document held for a cell, where, and how sure the reading is; or that it was carried over from last year. */
export const cellOrigin = z.strictObject({
  raw: z.string().check(z.maxLength(limits.line)),
  place: z.optional(place),
  certainty: z.enum(['read', 'inferred', 'unread', 'carried']),
});

/** Origin of each figure of an imported report, by cell key. */
export const provenance = z
  .record(z.string().check(z.maxLength(limits.cell)), cellOrigin)
  .check(z.refine((origins) => Object.keys(origins).length <= limits.rows));
export type Provenance = z.infer<typeof provenance>;

/**
 * What the clerk chose: year and name of the body, for a document that states none; with its id and the kind of report,
 * the report that is to be started.
 */
const told = {
  ...z.partial(z.pick(reportKey, { agencyId: true, kind: true })).shape,
  year: z.optional(z.int().check(z.minimum(limits.firstYear), z.maximum(limits.lastYear))),
  agency: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.line))),
};
export const toldInput = z.strictObject(told);
export type Told = Pick<z.infer<typeof toldInput>, 'year' | 'agency'>;

/** Pasted text; a document comes as a form with the file in its field `file`. */
export const textInput = z.strictObject({
  text: z.string().check(z.maxLength(maximumUpload / 4)),
  fileName: z.optional(fileName),
  ...told,
});
export type TextInput = z.infer<typeof textInput>;

const notes = z.readonly(z.array(z.custom<ImportNote>()));

/** A document as text and grids with their places: never the file as it came. */
export const sourceDocument = z.custom<SourceDocument>();

/** Why a document was not read. */
const refused = z.strictObject({
  ok: z.literal(false),
  code: z.string(),
  message: z.string(),
  expected: z.string(),
});

/** The report that was recognised, to be looked through before a draft is started from it; or why there is none. */
export const readResult = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), report, provenance, notes, document: sourceDocument }),
  refused,
]);
export type ReadResult = z.infer<typeof readResult>;

/** The document that a draft was started from, read again, and what there is to say of that reading. */
export const sourceResult = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), name: z.string(), document: sourceDocument, notes }),
  refused,
]);
export type SourceResult = z.infer<typeof sourceResult>;
