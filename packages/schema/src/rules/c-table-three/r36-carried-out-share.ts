import { eachColumn } from '../../formulas/formula.ts';
import type { Rule, VectorsOf } from '../../engine/rule.ts';
import { sharedLayout } from '../../form-parts/shared-tables.ts';

export const r36: Rule = {
  id: 'R36',
  chapter: 'C',
  severity: 'hint',
  title: {
    zh: '结转下年度的不超过本年新收的四分之一',
    en: 'at most a quarter of the requests received is carried out',
  },
  citation: { document: '国办公开办函〔2019〕60号', place: '第三部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '结转下年度继续办理的申请超过本年新收的四分之一。答复期限一般为 20 个工作日，请核对是否有逾期未答复的。',
    en: 'More than a quarter of the requests received is carried into the next year. Answers are due within 20 working days: check for overdue ones.',
  },
  formula: eachColumn(sharedLayout, 'requests', { left: { times: [4, 'carriedOut'] }, is: '<=', right: 'received' }, [
    'total',
  ]),
  vectors: [
    { name: 'a quarter', set: { 'requests.carriedOut.total': 1, 'requests.received.total': 4 }, verdict: 'pass' },
    { name: 'half', set: { 'requests.carriedOut.total': 2, 'requests.received.total': 4 }, verdict: 'fail' },
    { name: 'a blank', set: { 'requests.carriedOut.total': null }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof sharedLayout>,
};
