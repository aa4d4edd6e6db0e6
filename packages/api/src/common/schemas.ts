import { limits, type Finding, type Report } from '@gongkai/schema';
import * as z from 'zod/mini';

/** Permanent, opaque id of an agency: a ULID. */
export const agencyId = z
  .string()
  .check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, { error: '应为机关编号：26 位大写字母和数字' }));

export const year = z.int().check(z.minimum(limits.firstYear), z.maximum(limits.lastYear));

export const reportKind = z.enum(['own', 'consolidated']);

/** Identifies a report: agency, year, own or consolidated. */
export const reportKey = z.strictObject({ agencyId, year, kind: reportKind });
export type ReportKey = z.infer<typeof reportKey>;

/** SHA-256 in lower-case hexadecimal. */
export const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: '应为 SHA-256 摘要：64 位十六进制数字' }));

/** Day in Asia/Shanghai, YYYY-MM-DD. */
export const day = z.iso.date();

/** Moment in UTC, ISO 8601. */
export const instant = z.iso.datetime();

/** Address of a page on the web; the scheme is checked because the portal links to it. */
export const webAddress = z.url({ protocol: /^https?$/ }).check(z.maxLength(limits.line));

/** One line of text: no surrounding blanks, no control characters, no lone surrogates. */
export const line = (maximum: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(maximum),
    z.regex(/^\P{Cc}*$/u, { error: '应为一行文字，不含换行和控制字符' }),
    z.refine((text) => text.isWellFormed(), { error: '含有不能保存的字符' }),
  );

/** Text of one or more lines. */
export const prose = (maximum: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(maximum),
    z.regex(/^(?:\P{Cc}|[\n\t])*$/u, { error: '不能含有控制字符' }),
    z.refine((text) => text.isWellFormed(), { error: '含有不能保存的字符' }),
  );

/** A report returned by the services; it was parsed before, so it is not validated again. */
export const report = z.custom<Report>();

/** A finding of `@gongkai/schema`. */
export const finding = z.custom<Finding>();

/** A report as input: `parseReport` of `@gongkai/schema` validates it and reports errors in Chinese. */
export const reportInput = z.custom<Report>((value) => typeof value === 'object' && value !== null);

/** Number of a revision of a report, from 1. */
export const revisionNumber = z.int().check(z.minimum(1));

/** Number of the draft's last save, from 1; a save states the number on which it is based. */
export const lockVersion = z.int().check(z.minimum(1));
