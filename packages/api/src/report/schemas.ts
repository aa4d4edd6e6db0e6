import type { Value } from '@gongkai/schema';
import * as z from 'zod/mini';
import { agencyId, day, digest, finding, instant, report, reportKind } from '../common/schemas.ts';

export const reportSummary = z.strictObject({
  agencyId,
  /** The agency's current name; the report itself has the name of its time. */
  agencyName: z.string(),
  year: z.int(),
  kind: reportKind,
  title: z.string(),
  /** Id of the official form. */
  form: z.string(),
  /** First day of publication; for an archived report the day of its publication elsewhere. */
  publishedOn: day,
  origin: z.enum(['entered', 'archived']),
  digest,
  state: z.enum(['published', 'withdrawn']),
  corrections: z.int(),
});
export type ReportSummary = z.infer<typeof reportSummary>;

/** A figure of a report, as defined by `@gongkai/schema`. */
export const value = z.custom<Value>();

/** Changes of a correction: figures by cell key, and texts by section key, `title`, `preamble` or `contact`. */
export const reportChanges = z.strictObject({
  figures: z.array(z.strictObject({ cell: z.string(), before: value, after: value })),
  texts: z.array(z.string()),
});
export type ReportChanges = z.infer<typeof reportChanges>;

export const publicationEvent = z.strictObject({
  type: z.enum(['published', 'corrected', 'withdrawn']),
  at: instant,
  note: z.optional(z.string()),
  digest,
  /** Changes of a correction against the revision that was public before; absent once the report is withdrawn. */
  changes: z.optional(reportChanges),
});
export type PublicationEvent = z.infer<typeof publicationEvent>;

/** Why a body's report is not in the sum: due but not approved, left out of the round, or vertically led. */
export const absenceCause = z.enum(['missing', 'excluded', 'verticallyLed']);
export type AbsenceCause = z.infer<typeof absenceCause>;

export const absenceLabels: Readonly<Record<AbsenceCause, string>> = {
  missing: '尚无审核通过的报告',
  excluded: '不在收集范围',
  verticallyLed: '垂直管理机关',
};

/** The reports that a public consolidated report adds up, and the bodies that it leaves out, with reasons. */
export const publicRollUp = z.strictObject({
  parts: z.array(
    z.strictObject({ agencyId, agencyName: z.string(), kind: reportKind, digest, handedInOn: day, late: z.boolean() }),
  ),
  absences: z.array(
    z.strictObject({ agencyId, agencyName: z.string(), cause: absenceCause, reason: z.optional(z.string()) }),
  ),
});
export type PublicRollUp = z.infer<typeof publicRollUp>;

export const publishedReport = z.strictObject({
  summary: reportSummary,
  report,
  revision: z.strictObject({ number: z.int(), digest, createdAt: instant }),
  /** Where an archived report was first published. */
  firstSource: z.optional(
    z.strictObject({ url: z.optional(z.string()), file: z.optional(z.string()), publishedOn: z.optional(day) }),
  ),
  /** The findings, the most severe first. */
  findings: z.array(finding),
  /** Oldest first. */
  history: z.array(publicationEvent),
  /** Present for a consolidated report that was added up here. */
  rollUp: z.optional(publicRollUp),
  /** The agency's other published reports, newest first. */
  years: z.array(z.strictObject({ year: z.int(), kind: reportKind })),
});
export type PublishedReport = z.infer<typeof publishedReport>;

export const latestInput = z.strictObject({ limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 10) });
/** A year with public reports. */
export const publicYear = z.strictObject({ year: z.int(), reports: z.int() });
export type PublicYear = z.infer<typeof publicYear>;

/** A part of the list of all public reports, for sitemaps. */
export const addressesInput = z.strictObject({
  limit: z.int().check(z.minimum(1), z.maximum(50_000)),
  offset: z._default(z.int().check(z.minimum(0), z.maximum(100_000_000)), 0),
});
export type AddressesInput = z.infer<typeof addressesInput>;

/** Key of a public report and the day in Asia/Shanghai on which it last changed. */
export const reportAddress = z.strictObject({ agencyId, year: z.int(), kind: reportKind, changedOn: day });
export type ReportAddress = z.infer<typeof reportAddress>;

export const digestRef = z.strictObject({ digest });

/** The canonical JSON (RFC 8785) of a revision, byte for byte what its digest was computed from. */
export const canonicalReport = z.strictObject({ digest, body: z.string() });
export type CanonicalReport = z.infer<typeof canonicalReport>;
