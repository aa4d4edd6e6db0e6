import { valueIn } from '../../../report/values.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import { rowOf } from '../../../layout/cells.ts';
import type { layout } from '../layout.ts';

const rows = ['licensing', 'otherServices', 'penalties', 'compulsoryMeasures'] as const;

/** Items are counted on the list of powers, decisions as they are made: equal numbers betray a mix-up. */
export const r25: Rule = {
  id: 'R25',
  chapter: 'B',
  severity: 'hint',
  title: { zh: '项目数量与处理决定数量没有混淆', en: 'items are not confused with decisions' },
  citation: { document: '国办公开办函〔2019〕60号', place: '第二部分表格' },
  basis: ['practice'],
  message: {
    zh: '“{place}”上一年项目数量 {items} 加本年增/减 {change} 正好等于处理决定数量 {decisions}。项目数量是事项的个数，处理决定数量是办理的件数，请核对是否混淆。',
    en: "{place}: last year's items {items} and the change {change} make just the decisions {decisions}. Items are not decisions: check that they were not confused.",
  },
  test: ({ tables }, form) =>
    rows.map((key) => {
      const cells = ['previousItems', 'change', 'decisions'].map((column) => `disclosure.${key}.${column}`);
      const [items, change, decisions] = cells.map((cell) => valueIn(tables, cell));
      const params = { place: rowOf(form, `disclosure.${key}`).label };
      if (typeof items !== 'number' || typeof change !== 'number' || typeof decisions !== 'number')
        return { verdict: 'skip', scope: 'row', cells, params, reason: 'blank_cells' };
      const mixed = change !== 0 && items + change === decisions;
      return {
        verdict: mixed ? 'fail' : 'pass',
        scope: 'row',
        cells,
        params: { ...params, items, change, decisions },
        actual: decisions,
      };
    }),
  vectors: [
    {
      name: 'decisions of their own',
      set: {
        'disclosure.licensing.previousItems': 78,
        'disclosure.licensing.change': 52,
        'disclosure.licensing.decisions': 134,
      },
      verdict: 'pass',
    },
    {
      name: 'decisions of two years as items',
      set: {
        'disclosure.penalties.previousItems': 22,
        'disclosure.penalties.change': -21,
        'disclosure.penalties.decisions': 1,
      },
      verdict: 'fail',
    },
    { name: 'a blank', set: { 'disclosure.penalties.change': null }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
