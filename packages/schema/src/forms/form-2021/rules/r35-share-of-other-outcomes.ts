import { eachColumn } from '../../../formulas/formula.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import { layout } from '../layout.ts';

export const r35: Rule = {
  id: 'R35',
  chapter: 'C',
  severity: 'hint',
  title: { zh: '“其他”处理不超过办理总数的五分之一', en: '"other" outcomes are at most a fifth of all' },
  citation: { document: '国办公开办函〔2021〕30号', place: '第三部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '（六）其他处理中的“3.其他”超过办理总数的五分之一。请核对其中是否有应归入前面各项的。',
    en: 'More than a fifth of all outcomes are "other" ones under （六）3. Check whether some belong to the rows above.',
  },
  formula: eachColumn(layout, 'requests', { left: { times: [5, 'otherReasons'] }, is: '<=', right: 'total' }, [
    'total',
  ]),
  vectors: [
    { name: 'a fifth', set: { 'requests.otherReasons.total': 2, 'requests.total.total': 10 }, verdict: 'pass' },
    { name: 'half', set: { 'requests.otherReasons.total': 5, 'requests.total.total': 10 }, verdict: 'fail' },
    { name: 'a blank total', set: { 'requests.total.total': null }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
