import * as z from 'zod/mini';
import { day, digest, webAddress } from '../common/schemas.ts';
import { lockedKey } from '../draft/schemas.ts';

/** Publication of a report that was already published elsewhere, on that day, at that address. */
export const publishArchivedInput = z.extend(lockedKey, { publishedOn: day, sourceUrl: z.optional(webAddress) });
export type PublishArchivedInput = z.infer<typeof publishArchivedInput>;

/** The revision's digest and the path of its page on the portal. */
export const published = z.strictObject({ digest, path: z.string() });
export type Published = z.infer<typeof published>;
