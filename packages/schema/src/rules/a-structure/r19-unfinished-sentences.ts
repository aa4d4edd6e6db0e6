import type { Outcome, Rule } from '../../engine/rule.ts';
import { passagesOf, quoteOf } from '../../language/passages.ts';
import { unfinished } from '../../language/unfinished.ts';

export const r19: Rule = {
  id: 'R19',
  chapter: 'A',
  severity: 'hint',
  title: { zh: '句子完整，没有漏填的数字', en: 'no sentence is unfinished, no number left out' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['practice'],
  message: {
    zh: '“{quote}”似乎没有写完或漏了数字，请核对。',
    en: '"{quote}" seems unfinished or lacks a number.',
  },
  test(report) {
    const outcome = { scope: 'section', cells: [] } as const;
    const passages = passagesOf(report);
    if (passages.length === 0) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'not_stated' }];
    const failed = passages.flatMap((passage) =>
      unfinished(passage).map(({ text, place }): Outcome => ({
        ...outcome,
        verdict: 'fail',
        place,
        params: { quote: quoteOf(text) },
      })),
    );
    return failed.length > 0 ? failed : [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    { name: 'whole sentences', text: { overview: ['全年制发行政规范性文件 2 件，废止 1 件。'] }, verdict: 'pass' },
    { name: 'a number left out', text: { overview: ['全年主动公开信息共　条，答复申请 3 件。'] }, verdict: 'fail' },
    { name: 'a total without number', text: { overview: ['制发 2 件，现行有效的规范性文件。'] }, verdict: 'fail' },
    {
      name: 'a sentence cut off',
      text: { overview: ['镇政府逐月检查各栏目的更新情况，并把检查结果通报各科室和'] },
      verdict: 'fail',
    },
    { name: 'no text', verdict: 'skip' },
  ],
};
