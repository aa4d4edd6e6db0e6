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
 * Checks one report a line (JSON Lines), one after another: nothing of a report is kept once the next is asked for,
 * so any number of them takes the memory of one. Empty lines are passed over.
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

/** Checks the report that a text of JSON holds. Never throws: what is wrong comes back as errors. */
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
