import type { Form } from '../../engine/form.ts';
import { cellOf } from '../../layout/cells.ts';
import type { Report, Tables } from '../../report/report.ts';
import { addValues, isAnswered, scaled, type Value } from '../../report/value.ts';
import { valueIn } from '../../report/values.ts';
import type { Outcome } from '../../engine/rule.ts';
import { findClaims, type Claim } from '../../language/find-claims.ts';

/** The words of a finding on a number in the text. */
export const claimMessage = {
  zh: '文中写{what} {actual} {unit}，表中为 {expected}。原文：“{quote}”。请核对文字和表格，或说明原因。',
  en: 'The text says {actual} {unit} for {whatEn}; the tables say {expected}. Correct text or table, or explain. "{quote}"',
};

/** Compares every claim of a rule with the tables. */
export function judgeClaims(rule: string): (report: Report, form: Form) => Outcome[] {
  return (report, form) =>
    findClaims(form, report)
      .filter((claim) => claim.rule === rule)
      .map((claim) => judgeClaim(claim, report.tables, form));
}

function judgeClaim(claim: Claim, tables: Tables, form: Form): Outcome {
  const { value, unit, cells, place, what, whatEn, sentence } = claim;
  const outcome = { scope: 'cell', cells, place } as const;
  const params = { what, whatEn, actual: value, unit, quote: sentence };
  const expected = sumOf(form, tables, cells);
  if (!isAnswered(expected)) return { ...outcome, verdict: 'skip', params, reason: 'blank_cells' };
  const verdict = agrees(claim, expected) ? 'pass' : 'fail';
  return { ...outcome, verdict, params: { ...params, expected }, expected, actual: value };
}

/** The sum of cells; a blank total is computed from its row where all other columns are answered. */
export function sumOf(form: Form, tables: Tables, cells: readonly string[]): Value {
  return addValues(
    cells.map((key) => {
      const value = valueIn(tables, key);
      const { block, table, row, column } = cellOf(form, key);
      if (value !== null || column.key !== 'total') return value;
      const others = block.columns.filter((other) => other !== column);
      return addValues(others.map((other) => valueIn(tables, `${table}.${row.key}.${other.key}`)));
    }),
  );
}

/** Counts agree exactly; amounts when rounded or cut at the decimals printed in the text. */
function agrees({ value, decimals, unit }: Claim, expected: number | string): boolean {
  const power = { 元: 4, 万元: 0, 亿元: -4 }[unit];
  if (power === undefined) return value === Number(expected);
  const fine = 20;
  const exact = scaled(String(expected), fine) * (power < 0 ? 1n : 10n ** BigInt(power));
  const step = 10n ** BigInt(fine - decimals) * (power < 0 ? 10_000n : 1n);
  const claimed = scaled(value.toFixed(decimals), fine) * (power < 0 ? 10_000n : 1n);
  const cut = (exact / step) * step;
  return claimed === cut || claimed === ((exact + step / 2n) / step) * step;
}

/** Whether a printed percentage is part / whole, rounded or cut at its decimals. */
export function isPercentage(printed: number, decimals: number, part: number, whole: number): boolean {
  if (whole === 0) return part === 0 && printed === 0;
  const scale = 10 ** decimals;
  const exact = (part * 100 * scale) / whole;
  const written = Math.round(printed * scale);
  return written === Math.floor(exact) || written === Math.round(exact);
}
