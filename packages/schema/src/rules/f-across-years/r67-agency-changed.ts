import { isShortFor } from '../../language/reporter.ts';
import type { Rule } from '../../engine/rule.ts';

export const r67: Rule = {
  id: 'R67',
  chapter: 'F',
  severity: 'hint',
  title: { zh: '机关没有合并、分立或更名', en: 'the body was not merged, split or renamed' },
  citation: { document: '国办公开办函〔2019〕60号', place: '报告格式' },
  basis: ['reasoning'],
  message: {
    zh: '{saying}跨年度核对（R60、R61 等）用的是{whose}上一年度的数字。',
    en: '{sayingEn} Checks across years (R60, R61 and others) use the figures of last year.',
  },
  test({ agency }, _form, { previous, predecessors }) {
    const outcome = { scope: 'report', cells: [] } as const;
    const before = predecessors ?? (previous && [previous]);
    if (!before) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_previous_report' }];
    const names = before.map(({ agency }) => agency.name);
    const same = names.length === 1 && names[0] === agency.name;
    return [{ ...outcome, verdict: same ? 'pass' : 'fail', params: sayingOf(names, agency.name, predecessors) }];
  },
  vectors: [
    { name: 'the same body as last year', previous: {}, verdict: 'pass' },
    {
      name: 'two bodies merged',
      predecessors: [{ agency: '云溪县青原镇人民政府' }, { agency: '云溪县白石乡人民政府' }],
      verdict: 'fail',
    },
    { name: 'a shorter name', previous: { agency: '青原镇人民政府' }, verdict: 'fail' },
    { name: 'last year unknown', verdict: 'skip' },
  ],
};

/** Another name alone tells of no merger: it may be the same one written shorter. What is on record is stated. */
function sayingOf(names: readonly string[], name: string, predecessors: readonly unknown[] | undefined) {
  const [all, before = ''] = [names.join('、'), names[0]];
  if (predecessors)
    return {
      names: all,
      saying: `本机关由 ${all} 合并、分立或更名而来，`,
      sayingEn: `This body came out of ${all}.`,
      whose: '这些机关',
    };
  const shorter = isShortFor(before, name) || isShortFor(name, before);
  return {
    names: all,
    saying: shorter
      ? `上一年度报告中的机关名称写作“${before}”，是“${name}”的另一种写法，还是另一个机关？请核对。`
      : `上一年度报告的机关名称是“${before}”，与“${name}”不同。请核对是否同一机关，或者已经更名、合并。`,
    sayingEn: `Last year's report calls the body ${before}. Is it the same?`,
    whose: '该报告',
  };
}
