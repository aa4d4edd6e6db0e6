import { cellsOf } from '../../layout/cells.ts';
import { addValues, decimalsOf, isAnswered, scaled, type Value } from '../../report/value.ts';
import { valueIn } from '../../report/values.ts';
import type { Outcome, Rule } from '../../engine/rule.ts';

export const r69: Rule = {
  id: 'R69',
  chapter: 'G',
  severity: 'block',
  title: { zh: '汇总数等于各下级报告之和', en: 'each cell is the sum of the children' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第四十九条第二款' },
  basis: ['reasoning'],
  message: {
    zh: '{code} 填的是 {actual}，各下级报告之和为 {expected}。请核对，或说明原因。',
    en: '{code} reads {actual}; the reports rolled up make {expected}. Correct or explain it.',
  },
  test(report, form, { rollUp }) {
    if (!rollUp || rollUp.parts.length === 0)
      return [{ verdict: 'skip', scope: 'report', cells: [], params: {}, reason: 'no_roll_up' }];
    const severity = rollUp.origin === 'edited' ? 'explain' : 'block';
    const blank: string[] = [];
    const wrong = cellsOf(form).flatMap(({ key, code }): Outcome[] => {
      const values = rollUp.parts.map((part) => valueIn(part.report.tables, key));
      const [actual, expected] = [valueIn(report.tables, key), addValues(values)];
      if (!isAnswered(actual) || !isAnswered(expected)) {
        if (actual === null || expected === null) blank.push(key);
        return [];
      }
      if (withinRounding(actual, expected, values)) return [];
      return [
        {
          verdict: 'fail',
          scope: 'cell',
          cells: [key],
          params: { code, actual, expected },
          severity,
          expected,
          actual,
        },
      ];
    });
    if (wrong.length > 0) return wrong;
    if (blank.length > 0)
      return [{ verdict: 'skip', scope: 'report', cells: blank, params: {}, reason: 'blank_cells' }];
    return [{ verdict: 'pass', scope: 'report', cells: [], params: {} }];
  },

  vectors: [
    {
      name: 'two children',
      set: { 'requests.received.total': 5 },
      parts: [{ set: { 'requests.received.total': 2 } }, { set: { 'requests.received.total': 3 } }],
      verdict: 'pass',
    },
    {
      name: 'one child forgotten',
      set: { 'requests.received.total': 3 },
      parts: [{ set: { 'requests.received.total': 2 } }, { set: { 'requests.received.total': 3 } }],
      verdict: 'fail',
    },
    { name: 'a blank child', parts: [{ set: { 'requests.received.total': null } }], verdict: 'skip' },
    { name: 'no reports known', verdict: 'skip' },
  ],
};

/** Counts agree exactly; amounts as far as each part may have been rounded at its own last decimal. */
function withinRounding(actual: number | string, expected: number | string, parts: readonly Value[]): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') return actual === expected;
  const written = parts.filter(isAnswered).map(String);
  const decimals = 1 + Math.max(...[String(actual), String(expected), ...written].map(decimalsOf));
  const difference = scaled(String(actual), decimals) - scaled(String(expected), decimals);
  const tolerance = written.reduce((total, part) => total + 5n * 10n ** BigInt(decimals - decimalsOf(part) - 1), 0n);
  return difference <= tolerance && -difference <= tolerance;
}
