import type { Rule, Outcome } from '../../engine/rule.ts';
import { vocabularyOf } from '../../language/vocabulary.ts';
import type { Report } from '../../report/report.ts';
import { sumOf } from './judge-claims.ts';
import { phrasesIn } from '../../language/phrases.ts';
import { isNeutral } from '../../language/filler-words.ts';
import { speaksOfOtherTime } from '../../language/statements.ts';
import { requestNoun } from '../../layout/vocabulary.ts';

const noneReceived = new RegExp(
  `(?:未|没有)(?:收到|接到|受理)(?:过|到)?(?:任何)?(?:公民、?法人(?:和|或|或者|及)其他组织)?(?:提出|提交)?(?:的)?(?:${requestNoun})`,
  'g',
);

export const r51: Rule = {
  id: 'R51',
  chapter: 'E',
  severity: 'explain',
  title: {
    zh: '文中说未收到申请时，表三本年新收为 0',
    en: 'where the text says that no request came, the table has none',
  },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: {
    zh: '文中写“{phrase}”，表三本年新收却有 {actual} 件。原文：“{quote}”。请核对，或说明原因。',
    en: 'The text says "{phrase}", but table three has {actual} received. Correct it, or explain. "{quote}"',
  },
  test: (report, form) => {
    const { received } = vocabularyOf(form);
    return phrasesIn(report, noneReceived)
      .filter(({ before, after }) => saysSoOfAll(before, report) && /^(?:[，。；！]|$)/.test(after))
      .map(({ text, sentence, place }): Outcome => {
        const actual = sumOf(form, report.tables, [received]);
        const outcome = { scope: 'cell', cells: [received], place } as const;
        const params = { phrase: text, quote: sentence };
        if (typeof actual !== 'number') return { ...outcome, verdict: 'skip', params, reason: 'blank_cells' };
        return {
          ...outcome,
          verdict: actual === 0 ? 'pass' : 'fail',
          params: { ...params, actual },
          expected: 0,
          actual,
        };
      });
  },

  vectors: [
    { name: 'none', text: { overview: ['本年度未收到政府信息公开申请。'] }, verdict: 'pass' },
    {
      name: 'one in the table',
      set: { 'requests.received.total': 1 },
      text: { overview: ['我镇全年没有收到政府信息公开申请。'] },
      verdict: 'fail',
    },
    {
      name: 'none by one channel',
      set: { 'requests.received.total': 1 },
      text: { overview: ['通过信函未收到政府信息公开申请。'] },
      verdict: 'pass',
    },
    {
      name: 'a blank row',
      set: { 'requests.received.total': null, 'requests.received.businesses': null },
      text: { overview: ['本年度未收到政府信息公开申请。'] },
      verdict: 'skip',
    },
  ],
};

/** Whether the words before it in the clause narrow it to nothing: no channel, no kind of applicant, no other year. */
function saysSoOfAll(before: string, { agency, year }: Report): boolean {
  const clause = before.split(/[，；：（）]/).at(-1)!;
  return isNeutral(clause, agency.name) && !speaksOfOtherTime(before, year);
}
