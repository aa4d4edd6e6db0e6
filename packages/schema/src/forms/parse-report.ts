import * as z from 'zod/mini';
import { findForm, forms } from './registry.ts';
import { parseReportAs, type ParseResult } from '../report/parse-as.ts';

const envelope = z.object({ form: z.string() });

/**
 * Reads any JSON value as a report of the form that it names.
 * Never throws: what is wrong comes back as a list with paths and Chinese messages.
 * @param json any value, as JSON.parse gives it
 * @returns `ok` with the report, or the errors
 * @example const parsed = parseReport(JSON.parse(text))
 */
export function parseReport(json: unknown): ParseResult {
  const head = envelope.safeParse(json);
  if (!head.success) return fail(['form'], 'missing_form', '缺少 form 字段，应写明所用的官方格式');
  const form = findForm(head.data.form);
  if (!form)
    return fail(
      ['form'],
      'unknown_form',
      `不认识的格式“${head.data.form}”，可用：${forms.map(({ id }) => id).join('、')}`,
    );
  return parseReportAs(form, json);
}

function fail(path: readonly string[], code: string, message: string): ParseResult {
  return { ok: false, errors: [{ path, code, message }] };
}
