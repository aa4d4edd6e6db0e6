import * as z from 'zod/mini';
import { agencyId, day, digest, reportKind } from '../common/schemas.ts';

/** Why a body's report is not in the sum: due but not accepted, left out of the round, or vertically led. */
export const absenceCause = z.enum(['missing', 'excluded', 'verticallyLed']);
export type AbsenceCause = z.infer<typeof absenceCause>;

export const absenceLabels: Readonly<Record<AbsenceCause, string>> = {
  missing: '尚无审核通过的报告',
  excluded: '不在收集范围',
  verticallyLed: '垂直管理机关',
};

/** What a public consolidated report was added up from, and which bodies it leaves out, why. */
export const publicRollUp = z.strictObject({
  parts: z.array(
    z.strictObject({ agencyId, agencyName: z.string(), kind: reportKind, digest, handedInOn: day, late: z.boolean() }),
  ),
  absences: z.array(
    z.strictObject({ agencyId, agencyName: z.string(), cause: absenceCause, reason: z.optional(z.string()) }),
  ),
});
export type PublicRollUp = z.infer<typeof publicRollUp>;
