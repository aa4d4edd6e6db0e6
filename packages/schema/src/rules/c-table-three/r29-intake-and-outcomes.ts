import { eachColumn } from '../../formulas/formula.ts';
import type { Rule } from '../../engine/rule.ts';
import { sharedLayout } from '../../form-parts/shared-tables.ts';

/** The one relation that the official form prints. */
export const r29: Rule = {
  id: 'R29',
  chapter: 'C',
  severity: 'block',
  title: {
    zh: '第一项加第二项之和，等于第三项加第四项之和',
    en: 'received + carried in = handled + carried out',
  },
  citation: { document: '国办公开办函〔2019〕60号', place: '第三部分表格附注' },
  basis: ['form'],
  message: {
    zh: '“{place}”列勾稽关系不成立：第一项加第二项为 {left}，第三项加第四项为 {right}，相差 {difference}。',
    en: 'Column {place}: received + carried in make {left}, handled + carried out make {right}; they differ by {difference}.',
  },
  formula: eachColumn(sharedLayout, 'requests', {
    left: { sum: ['received', 'carriedIn'] },
    is: '=',
    right: { sum: ['total', 'carriedOut'] },
  }),
  vectors: [
    {
      name: 'one received and carried out',
      set: { 'requests.received.total': 1, 'requests.carriedOut.total': 1 },
      verdict: 'pass',
    },
    { name: 'one received and lost', set: { 'requests.received.total': 1 }, verdict: 'fail' },
    { name: 'a blank cell', set: { 'requests.carriedOut.total': null }, verdict: 'skip' },
  ],
};
