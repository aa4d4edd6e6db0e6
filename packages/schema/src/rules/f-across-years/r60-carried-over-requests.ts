import { eachColumn } from '../../formulas/formula.ts';
import type { Rule } from '../../engine/rule.ts';
import { sharedLayout } from '../../form-parts/shared-tables.ts';

export const r60: Rule = {
  id: 'R60',
  chapter: 'F',
  severity: 'explain',
  title: {
    zh: '上年结转等于上一年度报告的结转下年度继续办理',
    en: "carried in = carried out in last year's report",
  },
  citation: { document: '国办公开办函〔2019〕60号', place: '第三部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '“{place}”列上年结转填的是 {left}，上一年度报告结转下年度继续办理的是 {right}，相差 {difference}。请更正或说明（也可能是上一年度的数字有误）。',
    en: "Column {place}: {left} carried in, but last year's report carried {right} out; they differ by {difference}. Correct it, or explain (last year's figure may be the wrong one).",
  },
  formula: eachColumn(sharedLayout, 'requests', {
    left: 'carriedIn',
    is: '=',
    right: { previous: 'carriedOut' },
  }),
  vectors: [
    {
      name: 'what was carried out is carried in',
      set: { 'requests.carriedIn.total': 2 },
      previous: { set: { 'requests.carriedOut.total': 2 } },
      verdict: 'pass',
    },
    {
      name: 'one forgotten',
      set: { 'requests.carriedIn.total': 1 },
      previous: { set: { 'requests.carriedOut.total': 2 } },
      verdict: 'fail',
    },
    { name: 'no report of last year', verdict: 'skip' },
  ],
};
