import { textOf } from '../../language/passages.ts';
import { speaksOfProcessingFees } from '../../language/processing-fees.ts';
import type { Rule } from '../../engine/rule.ts';

export const r8: Rule = {
  id: 'R8',
  chapter: 'A',
  severity: 'explain',
  title: { zh: '第六部分写明信息处理费收取情况', en: 'section six says whether a processing fee was charged' },
  citation: { document: '国办公开办函〔2021〕30号', place: '第六部分' },
  basis: ['form'],
  message: {
    zh: '第六部分没有写明收取信息处理费的情况。没有收取的，请写“本年度未收取信息处理费”。',
    en: 'Section six does not say whether a processing fee was charged. Where none was, say so.',
  },
  test(report) {
    const told = speaksOfProcessingFees(textOf(report, 'other'));
    return [{ verdict: told ? 'pass' : 'fail', scope: 'section', section: 'other', cells: [], params: {} }];
  },
  neverSkips: 'silence is what the check looks for',
  vectors: [
    { name: 'an amount', text: { other: ['全年收取信息处理费 450 元。'] }, verdict: 'pass' },
    { name: 'none charged', text: { other: ['本年度未发生收费情况。'] }, verdict: 'pass' },
    { name: 'not charged yet', text: { other: ['本年度暂未开展信息处理费收取工作。'] }, verdict: 'pass' },
    { name: 'another fee', text: { other: ['行政事业性收费项目已公示。'] }, verdict: 'fail' },
    { name: '无', text: { other: ['无。'] }, verdict: 'fail' },
    { name: 'nothing', verdict: 'fail' },
  ],
};
