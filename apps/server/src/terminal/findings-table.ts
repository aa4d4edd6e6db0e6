import { cellOf, failures, type Finding, type Form, type Report, type Severity } from '@gongkai/schema';
import { padTo, widthOf, wrap } from './width.ts';

const LINE_WIDTH = 100;
const severities: readonly (readonly [Severity, string])[] = [
  ['block', '须改正'],
  ['explain', '须改正或说明'],
  ['hint', '提示'],
];

/**
 * Formats findings as a table for users: failed rules by severity, then rules that could not be checked with the
 * reason, then the totals.
 */
export function describeFindings(form: Form, report: Report, findings: readonly Finding[]): string {
  const failed = failures(findings);
  const groups = severities.map(([severity, label]) => ({
    label,
    found: failed.filter((finding) => finding.severity === severity),
  }));
  const sections = groups
    .filter(({ found }) => found.length > 0)
    .map(
      ({ label, found }) => `${label}（${found.length} 项）\n${table(found.map((finding) => rowOf(form, finding)))}`,
    );
  const sums = groups.map(({ label, found }) => `${label} ${found.length} 项`).join('，');
  const passed = findings.filter(({ verdict }) => verdict === 'pass').length;
  const verdict = groups[0]!.found.length > 0 ? '结论：须改正后才能提交。' : '结论：没有必须改正的问题。';
  return [
    `${report.title}\n`,
    ...sections,
    ...skippedSection(findings),
    `${sums}；通过 ${passed} 项。\n${verdict}\n`,
  ].join('\n');
}

type Row = readonly [rule: string, place: string, message: string];

function rowOf(form: Form, { rule, cells, message }: Finding): Row {
  const [first] = cells;
  if (first === undefined) return [rule, '全文', message.zh];
  const { code } = cellOf(form, first);
  return [rule, cells.length > 1 ? `${code} 等 ${cells.length} 格` : code, message.zh];
}

function table(rows: readonly Row[]): string {
  const ruleWidth = widest(rows.map(([rule]) => rule));
  const placeWidth = widest(rows.map(([, place]) => place));
  const indent = 2 + ruleWidth + 2 + placeWidth + 2;
  return rows
    .map(([rule, place, message]) => {
      const [first, ...others] = wrap(message, Math.max(40, LINE_WIDTH - indent));
      const head = `  ${padTo(rule, ruleWidth)}  ${padTo(place, placeWidth)}  ${first}\n`;
      return head + others.map((line) => `${' '.repeat(indent)}${line}\n`).join('');
    })
    .join('');
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(widthOf));
}

function skippedSection(findings: readonly Finding[]): string[] {
  const skipped = findings.filter(({ verdict }) => verdict === 'skip');
  if (skipped.length === 0) return [];
  const reasons = Map.groupBy(skipped, ({ message }) => message.zh);
  const lines = [...reasons].map(([reason, found]) => {
    const rules = [...new Set(found.map(({ rule }) => rule))].join('、');
    return `  ${reason}：${found.length} 项（${rules}）\n`;
  });
  return [`未核对（${skipped.length} 项）\n${lines.join('')}`];
}
