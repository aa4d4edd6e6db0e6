import { figuresOf, formOf, parseReport, type Report, type ReportError } from '@gongkai/schema';
import type { ImportSuccess } from '../recognise/result.ts';
import { Refusal } from '../source/refusal.ts';

/** True if the first non-blank character is `{`; a byte order mark may precede it. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 100)));
}

/** Reads a report's own JSON unchanged; cells that an import marked as uncertain stay uncertain. @throws Refusal */
export function readReportJson(bytes: Uint8Array): ImportSuccess {
  const parsed = parseReport(parse(bytes));
  if (!parsed.ok)
    throw new Refusal('not-a-report', `这个 JSON 不是年度报告：${inWords(parsed.errors)}。`, '由本系统写出的报告 JSON');
  const { asFound: { certainty = {}, ...asFound } = {}, ...rest } = parsed.report;
  const report: Report = parsed.report.asFound ? { ...rest, asFound } : rest;
  const figures = figuresOf(formOf(report.form), report.tables);
  return {
    ok: true,
    report,
    provenance: Object.fromEntries(
      figures.map(({ key, text }) => [key, { raw: text, certainty: certainty[key] ?? 'read' }]),
    ),
    notes: [],
    document: { blocks: [], notes: [] },
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(
      'damaged',
      '这不是完整的 JSON（编码应为 UTF-8）。请用 gongkai import 重新生成。',
      '由本系统写出的报告 JSON',
    );
  }
}

const shown = 3;

function inWords(errors: readonly ReportError[]): string {
  const listed = errors
    .slice(0, shown)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')} ${message}` : message));
  return listed.join('；') + (errors.length > shown ? `；另有 ${errors.length - shown} 处` : '');
}
