import type { Outcome, Rule } from '../../engine/rule.ts';
import { numberingFaults } from '../../language/numbering.ts';
import { passagesOf } from '../../language/passages.ts';

export const r19b: Rule = {
  id: 'R19b',
  chapter: 'A',
  severity: 'hint',
  title: { zh: '文中的序号连续，没有重复或跳过', en: 'enumerations in the text repeat and leave out no number' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['practice'],
  message: {
    zh: '文中的序号“{mark}”应为“{due}”，请核对是否重复或者漏写了一条。',
    en: 'The number {mark} should read {due}: one is repeated or left out.',
  },
  test(report) {
    const outcome = { scope: 'section', cells: [] } as const;
    const passages = passagesOf(report);
    if (passages.length === 0) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'not_stated' }];
    const faults = numberingFaults(passages).map(({ mark, due, place }): Outcome => ({
      ...outcome,
      verdict: 'fail',
      place,
      params: { mark, due },
    }));
    return faults.length > 0 ? faults : [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    { name: 'in order', text: { problems: ['一是更新不及时；二是解读不够；三是培训不足。'] }, verdict: 'pass' },
    {
      name: 'two enumerations',
      text: { problems: ['一是更新不及时；二是解读不够。下一步，一是逐月检查；二是加强培训。'] },
      verdict: 'pass',
    },
    { name: 'a number left out', text: { problems: ['一是更新不及时；三是培训不足。'] }, verdict: 'fail' },
    { name: 'a number repeated', text: { problems: ['一是甲；二是乙。', '三是丙；三是丁。'] }, verdict: 'fail' },
    { name: 'headings that skip one', text: { overview: ['（一）主动公开。', '（三）平台建设。'] }, verdict: 'fail' },
    { name: 'no text', verdict: 'skip' },
  ],
};
