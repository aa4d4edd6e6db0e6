import { cellsOf } from '../../layout/cells.ts';
import { formatValue, isAnswered, type Value } from '../../report/value.ts';
import { valueIn } from '../../report/values.ts';
import type { Outcome, Rule } from '../../engine/rule.ts';

export const r69c: Rule = {
  id: 'R69c',
  chapter: 'G',
  severity: 'block',
  title: { zh: '汇总数不小于任何一个下级的数', en: "no cell is smaller than one child's" },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第四十九条第二款' },
  basis: ['reasoning'],
  message: {
    zh: '{code} 汇总数 {actual}，小于{name}一家的 {expected}。请核对是否漏汇总。',
    en: '{code} reads {actual}, less than {name} alone ({expected}). Check for a child left out.',
  },
  test(report, form, context) {
    const parts = context.rollUp?.parts ?? [];
    if (parts.length === 0) return [{ verdict: 'skip', scope: 'report', cells: [], params: {}, reason: 'no_roll_up' }];
    const wrong = cellsOf(form)
      .filter(({ measure }) => measure !== 'change')
      .flatMap(({ key, code, measure }): Outcome[] => {
        const actual = valueIn(report.tables, key);
        const above = parts.find((part) => exceeds(valueIn(part.report.tables, key), actual));
        if (!above || !isAnswered(actual)) return [];
        const expected = formatValue(valueIn(above.report.tables, key), measure);
        const params = { code, actual, expected, name: above.report.agency.name };
        return [{ verdict: 'fail', scope: 'cell', cells: [key], params, actual }];
      });
    return wrong.length > 0 ? wrong : [{ verdict: 'pass', scope: 'report', cells: [], params: {} }];
  },

  vectors: [
    {
      name: 'as much as its child',
      set: { 'requests.received.total': 2 },
      parts: [{ set: { 'requests.received.total': 2 } }],
      verdict: 'pass',
    },
    {
      name: 'less than its child',
      set: { 'requests.received.total': 1 },
      parts: [{ set: { 'requests.received.total': 2 } }],
      verdict: 'fail',
    },
    { name: 'no reports known', verdict: 'skip' },
  ],
};

function exceeds(part: Value, whole: Value): boolean {
  return isAnswered(part) && isAnswered(whole) && Number(part) > Number(whole);
}
