import type { Outcome, Rule } from '../../engine/rule.ts';
import { passagesOf } from '../../language/passages.ts';
import { personalNumbers } from '../../language/personal-numbers.ts';

export const r83: Rule = {
  id: 'R83',
  chapter: 'A',
  severity: 'explain',
  title: { zh: '文中没有个人身份证号码和手机号码', en: 'no identity-card or mobile numbers of private persons' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第十五条' },
  basis: ['law'],
  message: {
    zh: '文中有疑似个人的{kind}：{found}。请删去或遮盖，或说明原因。',
    en: 'The text holds what looks like a private {kindEn}: {found}. Remove or mask it, or explain.',
  },
  test(report) {
    const outcome = { scope: 'section', cells: [] } as const;
    const passages = passagesOf(report);
    if (passages.length === 0) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'not_stated' }];
    const failed = passages.flatMap(({ text, section, block }) =>
      personalNumbers(text).map(({ kind, masked, start, end }): Outcome => ({
        ...outcome,
        verdict: 'fail',
        place: { section, block, start, end },
        params: { kind: kind.zh, kindEn: kind.en, found: masked },
      })),
    );
    return failed.length > 0 ? failed : [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    { name: 'a service number', text: { overview: ['可拨打 12345 咨询，全年接听 13800 次。'] }, verdict: 'pass' },
    { name: 'a mobile number', text: { overview: ['联系人手机 13000000000。'] }, verdict: 'fail' },
    { name: 'an identity number', text: { overview: ['申请人身份证号 11010519491231002X。'] }, verdict: 'fail' },
    { name: 'a long number that is none', text: { overview: ['公文编号 110105194912310022。'] }, verdict: 'pass' },
    { name: 'no text', verdict: 'skip' },
  ],
};
