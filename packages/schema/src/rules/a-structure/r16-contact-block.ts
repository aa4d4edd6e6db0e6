import { contactProblems } from '../../language/contact.ts';
import { preambleOf } from '../../language/passages.ts';
import type { Rule } from '../../engine/rule.ts';

export const r16: Rule = {
  id: 'R16',
  chapter: 'A',
  severity: 'hint',
  title: { zh: '联系方式完整、格式正确', en: 'the contact block is complete and well-formed' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['practice'],
  message: {
    zh: '引言中的联系方式有问题：{problems}。',
    en: 'The contact block: {problemsEn}.',
  },
  test(report) {
    const { contact, preamble } = report;
    const outcome = { scope: 'report', cells: [] } as const;
    if (Object.keys(contact).length === 0 && preamble.length === 0)
      return [{ ...outcome, verdict: 'skip', params: {}, reason: 'not_stated' }];
    const problems = contactProblems(contact, preambleOf(report));
    const params = {
      problems: problems.map(({ zh }) => zh).join('；'),
      problemsEn: problems.map(({ en }) => en).join('; '),
    };
    return [{ ...outcome, verdict: problems.length === 0 ? 'pass' : 'fail', params }];
  },

  vectors: [
    {
      name: 'complete',
      report: {
        contact: {
          address: '云溪县青原镇北街 1 号',
          postcode: '000000',
          phone: '0000-00000000',
          website: 'http://www.example.gov.cn',
        },
      },
      verdict: 'pass',
    },
    {
      name: 'labels set with blanks between their characters',
      report: {
        contact: { address: '北街 1 号' },
        preamble: [{ type: 'paragraph', text: '地址：北街1号， 邮 编 ：000000， 电 话 ：0000-0000000' }],
      },
      verdict: 'pass',
    },
    {
      name: 'a digit too many',
      report: { contact: { address: '北街 1 号', postcode: '0000000', phone: '00' } },
      verdict: 'fail',
    },
    { name: 'no preamble', verdict: 'skip' },
  ],
};
