import type { ImportNote, Place, SourceDocument } from '@gongkai/importer';
import { limits } from '@gongkai/schema';
import * as z from 'zod/mini';
import { report, reportKey } from '../common/schemas.ts';

/** Types of a source document, re-exported because the browser receives it unchanged. */
export type { ImportNote, Place, SourceBlock, SourceCell, SourceDocument } from '@gongkai/importer';

/** Largest document that is read, in bytes. */
export const maximumUpload = 20 * 2 ** 20;

const fileName = z
  .string()
  .check(z.minLength(1), z.maxLength(255), z.regex(/^[^\p{Cc}/\\]*$/u, { error: '文件名不能含有斜线和控制字符' }));

/** A place in a source document, as the importer reports it. */
const place = z.custom<Place>(
  (value) => typeof value === 'object' && value !== null && JSON.stringify(value).length <= 500,
);

/**
 * The source of a cell: the text in the document, its place and the confidence of the reading; or last year's report.
 */
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
 * The clerk's choice: year and name of the body, for a document that states none; together with id and kind, the report
 * to be started.
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

/** A document as text and grids with their places; never the uploaded file itself. */
export const sourceDocument = z.custom<SourceDocument>();

/** Why a document was not read. */
const refused = z.strictObject({
  ok: z.literal(false),
  code: z.string(),
  message: z.string(),
  expected: z.string(),
});

/** The recognised report, to be reviewed before a draft is started from it, or the reason why there is none. */
export const readResult = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), report, provenance, notes, document: sourceDocument }),
  refused,
]);
export type ReadResult = z.infer<typeof readResult>;

/** The source document of a draft, read again, with import notes. */
export const sourceResult = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), name: z.string(), document: sourceDocument, notes }),
  refused,
]);
export type SourceResult = z.infer<typeof sourceResult>;
