import type { Context } from '../engine/context.ts';
import type { Finding } from '../engine/finding.ts';
import { failures } from '../engine/failures.ts';
import { findForm } from '../forms/registry.ts';
import { parseReport } from '../forms/parse-report.ts';
import type { ReportError } from '../report/parse-as.ts';
import type { Report } from '../report/report.ts';
import { check } from './catalogue.ts';

/** What was found in one line of a file of reports. */
export type CheckedLine =
  | { readonly line: number; readonly ok: true; readonly report: Report; readonly failed: readonly Finding[] }
  | { readonly line: number; readonly ok: false; readonly errors: readonly ReportError[] };

/**
 * Checks one report a line (JSON Lines), one after another: each report is released before the next is read,
 * so that the memory used does not grow with their number. Empty lines are passed over.
 * @param lines one report as JSON each
 * @param context what is known beyond the reports, for all of them
 * @returns what was found in each line, with its number from 1
 * @example for await (const { line, ok } of checkMany(lines)) console.log(line, ok)
 */
export async function* checkMany(
  lines: AsyncIterable<string> | Iterable<string>,
  context: Context = {},
): AsyncGenerator<CheckedLine> {
  let line = 0;
  for await (const text of lines) {
    line++;
    if (text.trim() !== '') yield { line, ...checkLine(text, context) };
  }
}

/** What was found in one line, without its number. */
export type Checked = CheckedLine extends infer L ? (L extends unknown ? Omit<L, 'line'> : never) : never;

/**
 * Checks the report that a text of JSON holds. Never throws: what is wrong comes back as errors.
 * @param text one report as JSON
 * @param context what is known beyond the report
 * @returns the report with its failed findings, or the errors
 * @example checkLine(line).ok
 */
export function checkLine(text: string, context: Context = {}): Checked {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, errors: [{ path: [], code: 'not_json', message: '这一行不是 JSON' }] };
  }
  const parsed = parseReport(json);
  if (!parsed.ok) return parsed;
  const form = findForm(parsed.report.form)!;
  return { ok: true, report: parsed.report, failed: failures(check(form, parsed.report, context)) };
}
