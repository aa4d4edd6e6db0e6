import * as z from 'zod/mini';
import { instant, lockVersion, report, revisionNumber } from './schemas.ts';

/** The stage of a report; `none` before anything was done, and after everything was discarded. */
export const stage = z.enum([
  'none',
  'draft',
  'submitted',
  'returned',
  'accepted',
  'scheduled',
  'published',
  'corrected',
  'withdrawn',
  'archived',
]);
export type Stage = z.infer<typeof stage>;

/** Labels of the stages on screens. */
export const stageLabels: Readonly<Record<Stage, string>> = {
  none: '未开始',
  draft: '填报中',
  submitted: '待审核',
  returned: '已退回',
  accepted: '审核通过',
  scheduled: '定时公布',
  published: '已公布',
  corrected: '已更正',
  withdrawn: '已撤下',
  archived: '已归档',
};

/**
 * A report's stage with its time, author and reason, and separate stages for the work in progress and for the public
 * revision.
 */
export const reportState = z.strictObject({
  stage,
  work: z.optional(stage),
  shown: z.optional(stage),
  /** Absent before anything was done. */
  since: z.optional(instant),
  by: z.optional(z.string()),
  revision: z.optional(revisionNumber),
  note: z.optional(z.string()),
  reasons: z.optional(z.array(z.string())),
  /** Time of the scheduled publication. */
  due: z.optional(instant),
});
export type ReportState = z.infer<typeof reportState>;

/** The version that another person has saved in the meantime. */
export const staleDraft = z.strictObject({ lockVersion, savedAt: instant, savedBy: z.string(), report });
export type StaleDraft = z.infer<typeof staleDraft>;
