import type { Rule } from '../../engine/rule.ts';

export const r70: Rule = {
  id: 'R70',
  chapter: 'G',
  severity: 'block',
  title: { zh: '应报、已审、已汇总的机关一致', en: 'the bodies due, accepted and included are the same' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第四十九条' },
  basis: ['reasoning'],
  message: {
    zh: '有 {count} 个机关的报告应汇总而未汇总：{names}。请补齐，或逐个写明原因（随报告公布）。',
    en: '{count} bodies due are not included: {names}. Add them, or give a reason for each, which is published.',
  },
  test(_report, _form, context) {
    const outcome = { scope: 'report', cells: [] } as const;
    const { rollUp } = context;
    if (!rollUp) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_roll_up' }];
    if (!rollUp.due) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_roll_up' }];
    const missing = rollUp.due.filter(({ accepted, included, reason }) => !(accepted && included) && !reason);
    const params = { count: missing.length, names: missing.map(({ name }) => name).join('、') };
    return [{ ...outcome, verdict: missing.length === 0 ? 'pass' : 'fail', params }];
  },

  vectors: [
    {
      name: 'one missing with its reason',
      context: {
        rollUp: {
          due: [
            { name: '云溪县水利局', accepted: true, included: true },
            { name: '云溪县白石乡人民政府', accepted: false, included: false, reason: '年内撤并' },
          ],
        },
      },
      verdict: 'pass',
    },
    {
      name: 'one missing',
      context: { rollUp: { due: [{ name: '云溪县水利局', accepted: true, included: false }] } },
      verdict: 'fail',
    },
    { name: 'nothing known', verdict: 'skip' },
  ],
};
