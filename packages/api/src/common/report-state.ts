import * as z from 'zod/mini';
import { instant, lockVersion, report, revisionNumber } from './schemas.ts';

/** Where a report stands; `none` before anything was done, and where all that was done was thrown away. */
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

/** What a stage is called on screens. */
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

/** A report's stage, since when, by whom and why; what is at work on it and what the public is shown, each its own stage. */
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
  /** When it is to be published. */
  due: z.optional(instant),
});
export type ReportState = z.infer<typeof reportState>;

/** What somebody else saved in the meantime. */
export const staleDraft = z.strictObject({ lockVersion, savedAt: instant, savedBy: z.string(), report });
export type StaleDraft = z.infer<typeof staleDraft>;
