import type { Rule } from '../../engine/rule.ts';

export const r71: Rule = {
  id: 'R71',
  chapter: 'G',
  severity: 'block',
  title: {
    zh: '每个机关只汇总一次，垂直管理机关不在本级汇总',
    en: 'each body is rolled up once, vertically led ones not here',
  },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第三条' },
  basis: ['law', 'reasoning'],
  message: {
    zh: '{names}不应在此汇总：有两个汇总上级，或属垂直管理机关。请只保留一处。',
    en: '{names} must not be rolled up here: two parents, or vertically led.',
  },
  test(_report, _form, context) {
    const outcome = { scope: 'report', cells: [] } as const;
    const { rollUp } = context;
    if (!rollUp) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_roll_up' }];
    if (!rollUp.due) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_roll_up' }];
    const wrong = rollUp.due.filter(
      ({ included, kind, parents = [] }) => included && (kind === 'verticallyLed' || parents.length > 1),
    );
    const params = { names: wrong.map(({ name }) => name).join('、') };
    return [{ ...outcome, verdict: wrong.length === 0 ? 'pass' : 'fail', params }];
  },

  vectors: [
    {
      name: 'one parent each',
      context: {
        rollUp: { due: [{ name: '云溪县水利局', accepted: true, included: true, parents: ['云溪县人民政府'] }] },
      },
      verdict: 'pass',
    },
    {
      name: 'a tax bureau',
      context: { rollUp: { due: [{ name: '云溪县税务局', accepted: true, included: true, kind: 'verticallyLed' }] } },
      verdict: 'fail',
    },
    {
      name: 'two parents',
      context: {
        rollUp: {
          due: [
            { name: '云溪县生态环境局', accepted: true, included: true, parents: ['云溪县人民政府', '某市人民政府'] },
          ],
        },
      },
      verdict: 'fail',
    },
    { name: 'nothing known', verdict: 'skip' },
  ],
};
