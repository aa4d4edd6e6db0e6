import * as z from 'zod/mini';
import { agencyId, day, instant, reportKind } from '../common/schemas.ts';

/** Filter of an auditor. Days are in Asia/Shanghai, both included. */
export const auditQuery = z.strictObject({
  from: z.optional(day),
  to: z.optional(day),
  username: z.optional(z.string().check(z.maxLength(64))),
  agencyId: z.optional(agencyId),
  /** Prefix of the action: `draft.` selects all actions on drafts. */
  action: z.optional(z.string().check(z.regex(/^[a-zA-Z.]{1,64}$/))),
  failed: z.optional(z.boolean()),
  /** The id of the last entry of the page before. */
  before: z.optional(z.int().check(z.minimum(1))),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(1_000)), 100),
});
export type AuditQuery = z.infer<typeof auditQuery>;

export const auditLine = z.strictObject({
  id: z.int(),
  at: instant,
  userId: z.nullable(z.string()),
  username: z.nullable(z.string()),
  address: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
  action: z.string(),
  agencyId: z.nullable(agencyId),
  agencyName: z.nullable(z.string()),
  year: z.nullable(z.int()),
  kind: z.nullable(reportKind),
  outcome: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
  note: z.nullable(z.string()),
});
export type AuditLine = z.infer<typeof auditLine>;

/** Entries, the newest first, and whether there are older ones. */
export const auditPage = z.strictObject({ lines: z.array(auditLine), more: z.boolean() });
export type AuditPage = z.infer<typeof auditPage>;

/**
 * A fault of the trail: an entry changed or removed, links missing before a position, the end cut off after a
 * checkpoint, or a checkpoint that the installation did not sign.
 */
export const auditFault = z.strictObject({
  type: z.enum(['changed', 'removed', 'gap', 'cut', 'forged']),
  position: z.int(),
  entryId: z.optional(z.int()),
});
export type AuditFault = z.infer<typeof auditFault>;

/** A stored fact without an entry in the trail, or a revision for which the trail holds another digest. */
export const auditGap = z.strictObject({
  type: z.enum(['revision', 'publication', 'account', 'membership']),
  subject: z.string(),
  problem: z.enum(['unrecorded', 'otherDigest']),
});

export const auditVerdict = z.strictObject({
  /** Number of chained entries that were verified, and the position of the first. */
  lines: z.int(),
  from: z.int(),
  /** Hash of the last entry. If it is noted elsewhere, it shows later whether the end was rewritten. */
  head: z.string(),
  faults: z.array(auditFault),
  /** Differences between the trail and the stored reports, publications and accounts. */
  gaps: z.array(auditGap),
  /** Entries that are not chained yet, the oldest first. */
  unsealed: z.array(z.strictObject({ id: z.int(), at: instant, action: z.string() })),
});
export type AuditVerdict = z.infer<typeof auditVerdict>;
