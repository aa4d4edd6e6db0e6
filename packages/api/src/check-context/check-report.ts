import { createHash } from 'node:crypto';
import { check, checkFigures, failures, formOf, type Context, type Finding, type Report } from '@gongkai/schema';
import { ApiError } from '../common/errors.ts';
import { CheckPoolFull, createCheckPool, type CheckPool } from './check-pool.ts';

/**
 * Maximum number of characters that are checked in this thread, which takes some tens of milliseconds; most reports
 * have a tenth of it.
 */
export const longText = 60_000;
/** Maximum seconds for the checks of one report. */
const mostSeconds = 10;
/** Number of cached results: the one that a transaction requests again, and some others. */
const mostKept = 16;

let pool: CheckPool | undefined;
const kept = new Map<string, Promise<Finding[]>>();

/**
 * Computes the findings of a report. Long texts are checked in another thread within a time limit, so that other
 * requests do not wait; beyond the limit only the figures are checked and a blocking finding says so.
 * @throws {ApiError} busy
 */
export async function checkReport(report: Report, context: Context): Promise<Finding[]> {
  if (textLength(report, context) <= longText) return failures(check(formOf(report.form), report, context));
  const key = createHash('sha256')
    .update(JSON.stringify([report, context]))
    .digest('base64');
  const known = kept.get(key);
  if (known) return known;
  const findings = checkApart(report, context);
  kept.set(key, findings);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  findings.catch(() => kept.delete(key));
  return findings;
}

async function checkApart(report: Report, context: Context): Promise<Finding[]> {
  pool ??= createCheckPool({ time: mostSeconds * 1_000 });
  const found = await pool.check({ report, context }).catch((error: unknown) => {
    throw error instanceof CheckPoolFull ? new ApiError('busy', '正在核对的长篇报告太多，请过一分钟再试') : error;
  });
  return found ?? [tooLong, ...failures(checkFigures(formOf(report.form), report, context))];
}

/** The finding uses the id of the rule on length because the text could not be checked. */
const tooLong: Finding = {
  rule: 'R13',
  verdict: 'fail',
  severity: 'block',
  scope: 'section',
  cells: [],
  section: 'overview',
  params: {},
  message: {
    zh: `报告的文字过长，${mostSeconds} 秒内没有核对完，不能提交。已填写的内容都已保存，请删去与年度报告无关的文字。`,
    en: `The text is too long to be checked within ${mostSeconds} seconds. Everything is saved; shorten the text.`,
  },
};

/** Counts the characters of all texts that the checks read. */
function textLength(report: Report, { previous, predecessors = [], peers = [] }: Context): number {
  return [report, ...(previous ? [previous] : []), ...predecessors, ...peers].reduce(
    (sum, { preamble, sections }) =>
      [preamble, ...sections.map(({ blocks }) => blocks)].flat().reduce((length, block) => length + sizeOf(block), sum),
    0,
  );
}

function sizeOf(block: Report['preamble'][number]): number {
  return 'text' in block ? block.text.length : JSON.stringify(block).length;
}
