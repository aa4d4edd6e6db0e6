import { driftOf } from '../../engine/context.ts';
import type { Rule } from '../../engine/rule.ts';

export const r69b: Rule = {
  id: 'R69b',
  chapter: 'G',
  severity: 'explain',
  title: { zh: '汇总所用的是下级报告的公布版本', en: 'the revisions rolled up are those published' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第四十九条第二款' },
  basis: ['reasoning'],
  message: {
    zh: '{names}的报告在汇总之后有了新的版本。请重新汇总，或说明原因。',
    en: 'The reports of {names} have changed since the roll-up. Roll up again, or explain.',
  },
  test(_report, _form, context) {
    const outcome = { scope: 'report', cells: [] } as const;
    const { rollUp } = context;
    if (!rollUp) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_roll_up' }];
    const known = rollUp.parts.filter(({ digest, currentDigest }) => digest && currentDigest);
    if (known.length === 0) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_publication' }];
    const drifted = driftOf(known);
    const params = { names: drifted.map(({ report }) => report.agency.name).join('、') };
    return [{ ...outcome, verdict: drifted.length === 0 ? 'pass' : 'fail', params }];
  },

  vectors: [
    { name: 'as published', parts: [{ digest: 'a', currentDigest: 'a' }], verdict: 'pass' },
    { name: 'corrected since', parts: [{ digest: 'a', currentDigest: 'b' }], verdict: 'fail' },
    { name: 'not known', parts: [{}], verdict: 'skip' },
  ],
};
