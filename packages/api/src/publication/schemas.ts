import * as z from 'zod/mini';
import { day, digest, instant, prose, reportKey, webAddress } from '../common/schemas.ts';
import { lockedKey } from '../draft/schemas.ts';

/** Publication of a report that was already published elsewhere, with that day and address. */
export const publishArchivedInput = z.extend(lockedKey, { publishedOn: day, sourceUrl: z.optional(webAddress) });
export type PublishArchivedInput = z.infer<typeof publishArchivedInput>;

/** The revision's digest and the path of its page on the portal. */
export const published = z.strictObject({ digest, path: z.string() });
export type Published = z.infer<typeof published>;

/** The approved revision by its digest. If another revision was approved since, the call fails without a change. */
export const publishInput = z.extend(reportKey, { digest });
export type PublishInput = z.infer<typeof publishInput>;

/** The moment from which the approved revision is to be public, within a year. */
export const scheduleInput = z.extend(publishInput, { due: instant });
export type ScheduleInput = z.infer<typeof scheduleInput>;

/** Note to the public. */
const publicNote = prose(2_000);

export const correctInput = z.extend(reportKey, { publicNote });
export type CorrectInput = z.infer<typeof correctInput>;

export const withdrawInput = z.extend(reportKey, { reason: publicNote });
export type WithdrawInput = z.infer<typeof withdrawInput>;
