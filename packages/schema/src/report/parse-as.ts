import type * as z from 'zod/mini';
import type { Layout } from '../layout/layout.ts';
import { limits } from './limits.ts';
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
 */
export function parseReportAs(layout: Layout, json: unknown): ParseResult {
  const parsed = reportSchema(layout).safeParse(json);
  if (parsed.success) return { ok: true, report: parsed.data };
  return { ok: false, errors: parsed.error.issues.map(toError) };
}

function toError(issue: z.core.$ZodIssue): ReportError {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return { path, code: issue.code, message: messageOf(issue) };
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `不认识的字段：${issue.keys.join('、')}`;
    case 'too_big':
      return `超过上限 ${String(issue.maximum)}`;
    case 'too_small':
      return `低于下限 ${String(issue.minimum)}`;
    case 'invalid_value':
      return `只能是：${issue.values.map(String).join('、')}`;
    case 'invalid_format':
      return issue.message === 'no_item' ? '列表的每一项应为一行文字，首尾没有空格' : '格式不对';
    case 'custom':
      if (issue.message === 'too_much_text') return `这一部分的文字超过上限 ${limits.section} 字`;
      if (issue.message === 'bullets_without_numbers') return '只有有编号的列表才能写起始编号 start';
      if (issue.message === 'too_many') return `超过上限 ${limits.rows}`;
      return '含有不能保存的字符（U+0000 或不成对的代理字符）';
    case 'invalid_union':
      if (issue.discriminator === 'type') return '不认识的 type，或与其他字段不符';
      return '应为整数、十进制数、空白 (null) 或 { "na": "/" }';
    default:
      return issue.input === undefined ? '缺少这一项' : '类型不对';
  }
}
