import { textOf, withoutBlanks } from '../../language/passages.ts';
import type { Rule } from '../../engine/rule.ts';

export const r6: Rule = {
  id: 'R6',
  chapter: 'A',
  severity: 'block',
  title: { zh: '第五部分写明问题和改进情况', en: 'section five names problems and improvements' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条第（四）项' },
  basis: ['law'],
  message: {
    zh: '第五部分没有内容。请写明存在的主要问题和改进情况，不能只写“无”。',
    en: 'Section five is empty. Name the main problems and what was improved; 无 is not an answer.',
  },
  test(report) {
    const text = withoutBlanks(textOf(report, 'problems'));
    const empty =
      /^(?:[（(]?[一二12][)）]?[、.．]?)?(?:暂?无|没有|不存在)?(?:存在)?(?:的?(?:主要)?问题)?[。.、/—-]*$/.test(text);
    return [{ verdict: empty ? 'fail' : 'pass', scope: 'section', section: 'problems', cells: [], params: {} }];
  },
  neverSkips: 'emptiness is what the check looks for',
  vectors: [
    { name: 'a problem and its cure', text: { problems: ['更新不够及时。下一步将按月检查各栏目。'] }, verdict: 'pass' },
    { name: 'nothing', verdict: 'fail' },
    { name: '无', text: { problems: ['无。'] }, verdict: 'fail' },
  ],
};
