import { createHash } from 'node:crypto';
import { check, checkFigures, failures, formOf, type Context, type Finding, type Report } from '@gongkai/schema';
import { ApiError } from '../common/errors.ts';
import { CheckPoolFull, createCheckPool, type CheckPool } from './check-pool.ts';

/** Characters that are checked in this thread, in some tens of milliseconds; most reports have a tenth of them. */
export const longText = 60_000;
/** Seconds that the checks of one report may take. */
const mostSeconds = 10;
/** Answers kept: the one for which a transaction asks again, and some others. */
const mostKept = 16;

let pool: CheckPool | undefined;
const kept = new Map<string, Promise<Finding[]>>();

/**
 * What fails in a report. Long texts are checked in another thread within a limit of time, so that nobody else waits;
 * beyond it the figures are checked alone and a finding that blocks says so.
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

/** It stands under the rule on length: the text could not be held against anything. */
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

/** Characters of all texts that the checks read. */
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
