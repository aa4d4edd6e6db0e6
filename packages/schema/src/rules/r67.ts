import type { Rule } from './rule.ts';

export const r67: Rule = {
  id: 'R67',
  chapter: 'F',
  severity: 'hint',
  title: { zh: '机关没有合并、分立或更名', en: 'the body was not merged, split or renamed' },
  citation: { document: '国办公开办函〔2019〕60号', place: '报告格式' },
  basis: ['reasoning'],
  message: {
    zh: '本机关由 {names} 合并、分立或更名而来，跨年度核对（R60、R61 等）用的是这些机关上一年度数字之和。',
    en: 'This body came out of {names}; checks across years (R60, R61 and others) use the sum of their figures of last year.',
  },
  test({ agency }, _form, { previous, predecessors }) {
    const outcome = { scope: 'report', cells: [] } as const;
    const before = predecessors ?? (previous && [previous]);
    if (!before) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_previous_report' }];
    const names = before.map(({ agency }) => agency.name);
    const same = names.length === 1 && names[0] === agency.name;
    return [{ ...outcome, verdict: same ? 'pass' : 'fail', params: { names: names.join('、') } }];
  },
  vectors: [
    { name: 'the same body as last year', previous: {}, verdict: 'pass' },
    {
      name: 'two bodies merged',
      predecessors: [{ agency: '云溪县青原镇人民政府' }, { agency: '云溪县白石乡人民政府' }],
      verdict: 'fail',
    },
    { name: 'last year unknown', verdict: 'skip' },
  ],
};
