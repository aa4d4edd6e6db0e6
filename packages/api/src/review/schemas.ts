import { limits } from '@gongkai/schema';
import * as z from 'zod/mini';
import { reportState } from '../common/report-state.ts';
import { digest, finding, instant, line, prose, report, reportKey, revisionNumber } from '../common/schemas.ts';
import { lockedKey } from '../draft/schemas.ts';
import { provenance } from '../import/schemas.ts';

/** Why a reviewer may return a report: what is not listed goes by `other` with a word on it. */
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

/** A draft as its editor saw it; the note to the public may be given again where it is a correction. */
export const submitInput = z.extend(lockedKey, { note: z.optional(note), publicNote: z.optional(note) });
export type SubmitInput = z.infer<typeof submitInput>;

export const submitted = z.strictObject({ revision: revisionNumber, digest });
export type Submitted = z.infer<typeof submitted>;

export const recallInput = z.extend(reportKey, { note: z.optional(note) });
export type RecallInput = z.infer<typeof recallInput>;

/** The revision that the reviewer read: where another was submitted since, nothing happens. */
export const acceptInput = z.extend(reportKey, { revision: revisionNumber, note: z.optional(note) });
export type AcceptInput = z.infer<typeof acceptInput>;

/** One part of the report, and what is to be said of it: a section or cell by its key, a rule by its id. */
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

/** A reviewer's word on a part of a revision; it is resolved once the drafter replied. */
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

/** One thing that happened to a report: who, when, why. */
export const step = z.strictObject({
  action: z.enum(['submitted', 'recalled', 'returned', 'accepted', 'published', 'corrected', 'withdrawn']),
  revision: revisionNumber,
  at: instant,
  by: z.string(),
  note: z.optional(z.string()),
  reasons: z.optional(z.array(z.string())),
});
export type Step = z.infer<typeof step>;

/** The way of a report so far, the first step first. */
export const history = z.strictObject({ state: reportState, steps: z.array(step), comments: z.array(comment) });
export type History = z.infer<typeof history>;

/** A report with something under way, for those who may go on with it. */
export const workItem = z.extend(reportKey, { agencyName: z.string(), title: z.string(), state: reportState });
export type WorkItem = z.infer<typeof workItem>;

export const revisionRef = z.extend(reportKey, { revision: z.optional(revisionNumber) });
export type RevisionRef = z.infer<typeof revisionRef>;

/** A revision as it was submitted, and all that a reviewer weighs it against. */
export const submittedRevision = z.strictObject({
  report,
  revision: revisionNumber,
  digest,
  createdAt: instant,
  createdBy: z.string(),
  /** Everybody who contributed to it: none of them may accept it. */
  authors: z.array(z.string()),
  /** What the public is to be told of a correction. */
  publicNote: z.optional(z.string()),
  findings: z.array(finding),
  provenance: z.optional(provenance),
  /** The agency's published report of the year before. */
  previous: z.optional(report),
  /** In its place, where others were merged into the agency or it came out of others: the reports to add up. */
  predecessors: z.optional(z.readonly(z.array(report))),
  /** It was split off from one of them, so that only a part of their figures came to it. */
  splitOff: z.optional(z.boolean()),
  /** The revision that this one was made of. */
  before: z.optional(z.strictObject({ revision: revisionNumber, report })),
  state: reportState,
  steps: z.array(step),
  /** Those on the revision before, with the drafter's replies, and those on this one. */
  comments: z.array(comment),
});
export type SubmittedRevision = z.infer<typeof submittedRevision>;

/** Details of a refused submission. */
export interface OpenFindings {
  readonly findings: readonly z.infer<typeof finding>[];
}
