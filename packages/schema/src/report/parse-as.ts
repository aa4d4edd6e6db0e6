import type * as z from 'zod/mini';
import type { Layout } from '../layout/layout.ts';
import { issueMessage } from './issue-message.ts';
import type { Report } from './report.ts';
import { reportSchema } from './schema.ts';

/** Why a JSON is no report: where, which kind of error, and what to do, in Chinese. */
export interface ReportError {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export type ParseResult =
  { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly errors: readonly ReportError[] };

/**
 * Reads any JSON value as a report in that form, for a page that carries no other form.
 * Never throws: what is wrong comes back as a list with paths and Chinese messages.
 * @param layout a form, or its layout
 * @param json any value, as JSON.parse gives it
 * @returns `ok` with the report, or the errors
 * @example const parsed = parseReportAs(form2021, JSON.parse(text))
 */
export function parseReportAs(layout: Layout, json: unknown): ParseResult {
  const parsed = reportSchema(layout).safeParse(json, { error: issueMessage });
  if (parsed.success) return { ok: true, report: parsed.data };
  return { ok: false, errors: parsed.error.issues.map(toError) };
}

function toError(issue: z.core.$ZodIssue): ReportError {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return { path, code: issue.code, message: issue.message };
}
