import { limits } from '@gongkai/schema';
import * as z from 'zod/mini';
import { reportState } from '../common/report-state.ts';
import { digest, finding, instant, line, prose, report, reportKey, revisionNumber } from '../common/schemas.ts';
import { lockedKey } from '../draft/schemas.ts';
import { provenance } from '../import/schemas.ts';

/** Reasons for returning a report; `other` requires a note. */
export const returnReasons = [
  { code: 'figures', label: '数据有误' },
  { code: 'scope', label: '统计口径不符合要求' },
  { code: 'incomplete', label: '内容不全或者漏报' },
  { code: 'wording', label: '表述不准确、不规范' },
  { code: 'form', label: '不符合统一格式' },
  { code: 'explanation', label: '说明不充分' },
  { code: 'perfunctory', label: '内容雷同或者敷衍' },
  { code: 'confidential', label: '含有不宜公开的内容' },
  { code: 'late_change', label: '通过后发现问题' },
  { code: 'other', label: '其他' },
] as const;

const note = prose(2_000);

/** A draft as its editor saw it; the public note of a correction may be replaced. */
export const submitInput = z.extend(lockedKey, { note: z.optional(note), publicNote: z.optional(note) });
export type SubmitInput = z.infer<typeof submitInput>;

export const submitted = z.strictObject({ revision: revisionNumber, digest });
export type Submitted = z.infer<typeof submitted>;

export const recallInput = z.extend(reportKey, { note: z.optional(note) });
export type RecallInput = z.infer<typeof recallInput>;

/** The revision that the reviewer has read. If another was submitted since, the call fails without a change. */
export const acceptInput = z.extend(reportKey, { revision: revisionNumber, note: z.optional(note) });
export type AcceptInput = z.infer<typeof acceptInput>;

/** A comment on one part of the report: a section or cell by its key, a rule by its id. */
export const newComment = z.discriminatedUnion('target', [
  z.strictObject({ target: z.literal('report'), text: note }),
  z.strictObject({ target: z.enum(['section', 'cell', 'rule']), place: line(limits.cell), text: note }),
]);
export type NewComment = z.infer<typeof newComment>;

export const returnInput = z.extend(reportKey, {
  revision: revisionNumber,
  reasons: z
    .array(z.enum(returnReasons.map(({ code }) => code)))
    .check(z.minLength(1), z.maxLength(returnReasons.length)),
  note: z.optional(note),
  comments: z._default(z.array(newComment).check(z.maxLength(500)), []),
});
export type ReturnInput = z.infer<typeof returnInput>;

export const replyInput = z.extend(reportKey, {
  revision: revisionNumber,
  comment: z.int().check(z.minimum(1)),
  text: note,
});
export type ReplyInput = z.infer<typeof replyInput>;

export const reply = z.strictObject({ text: z.string(), by: z.string(), at: instant });

/** A reviewer's comment on a part of a revision; a reply of the drafter resolves it. */
export const comment = z.strictObject({
  revision: revisionNumber,
  number: z.int(),
  target: z.enum(['report', 'section', 'cell', 'rule']),
  place: z.optional(z.string()),
  text: z.string(),
  by: z.string(),
  at: instant,
  replies: z.array(reply),
});
export type Comment = z.infer<typeof comment>;

/** One step of a report's timeline: author, time, reason. */
export const step = z.strictObject({
  action: z.enum(['submitted', 'recalled', 'returned', 'accepted', 'published', 'corrected', 'withdrawn']),
  revision: revisionNumber,
  at: instant,
  by: z.string(),
  note: z.optional(z.string()),
  reasons: z.optional(z.array(z.string())),
});
export type Step = z.infer<typeof step>;

/** The timeline of a report, the first step first. */
export const history = z.strictObject({ state: reportState, steps: z.array(step), comments: z.array(comment) });
export type History = z.infer<typeof history>;

/** A report in progress, for users who may continue the work. */
export const workItem = z.extend(reportKey, { agencyName: z.string(), title: z.string(), state: reportState });
export type WorkItem = z.infer<typeof workItem>;

export const revisionRef = z.extend(reportKey, { revision: z.optional(revisionNumber) });
export type RevisionRef = z.infer<typeof revisionRef>;

/** A submitted revision, with everything that a reviewer compares it with. */
export const submittedRevision = z.strictObject({
  report,
  revision: revisionNumber,
  digest,
  createdAt: instant,
  createdBy: z.string(),
  /** Everybody who contributed to it: none of them may approve it. */
  authors: z.array(z.string()),
  /** Note to the public on a correction. */
  publicNote: z.optional(z.string()),
  findings: z.array(finding),
  provenance: z.optional(provenance),
  /** The agency's published report of the year before. */
  previous: z.optional(report),
  /** The reports to add up instead of `previous`, if the agency has predecessors. */
  predecessors: z.optional(z.readonly(z.array(report))),
  /** Whether the agency was split off from one of them, so that only a part of their figures applies to it. */
  splitOff: z.optional(z.boolean()),
  /** The revision on which this one is based. */
  before: z.optional(z.strictObject({ revision: revisionNumber, report })),
  state: reportState,
  steps: z.array(step),
  /** Comments on the previous revision, with the drafter's replies, and on this one. */
  comments: z.array(comment),
});
export type SubmittedRevision = z.infer<typeof submittedRevision>;

/** Details of a refused submission. */
export interface OpenFindings {
  readonly findings: readonly z.infer<typeof finding>[];
}
