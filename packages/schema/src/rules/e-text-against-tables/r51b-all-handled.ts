import type { Rule, Outcome } from '../../engine/rule.ts';
import { vocabularyOf } from '../../language/vocabulary.ts';
import { valueIn } from '../../report/values.ts';
import { phrasesIn } from '../../language/phrases.ts';
import { isAboutRequests } from '../../language/claim-topics.ts';

/** In time is not the same as all: 均在法定期限内答复 is left alone. */
const allDone =
  /(?:全部|均已?|都已?)(?:按[^，。；]{0,6}|依法)?(?:予以)?(?:办结|办理完成|办理完毕|完成办理|办复|答复完毕|办毕)/g;

/** A sentence that names what is carried out itself says no more than the table. */
const carriesOut = /[延转][至到入]?下|下一?年|除/;
/** Those carried in are only some of the requests. */
const partOnly = /上一?年度?结转/;

export const r51b: Rule = {
  id: 'R51b',
  chapter: 'E',
  severity: 'explain',
  title: {
    zh: '文中说全部办结时，表三没有结转下年度的',
    en: 'where the text says that all is done, nothing is carried out',
  },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: {
    zh: '文中写“{phrase}”，表三却有 {actual} 件结转下年度继续办理。原文：“{quote}”。请核对，或说明原因。',
    en: 'The text says "{phrase}", but table three carries {actual} out. Correct it, or explain. "{quote}"',
  },
  test: (report, form) => {
    const cells = vocabularyOf(form).carriedOut;
    return phrasesIn(report, allDone)
      .filter(
        ({ before, after }) =>
          isAboutRequests(before) &&
          !carriesOut.test(before + after) &&
          !partOnly.test(before.split(/[，。；]/).at(-1)!),
      )
      .map(({ text, sentence, place }): Outcome => {
        const outcome = { scope: 'row', cells, place } as const;
        const params = { phrase: text, quote: sentence };
        const answered = cells.map((cell) => valueIn(report.tables, cell)).filter((value) => typeof value === 'number');
        if (answered.length === 0) return { ...outcome, verdict: 'skip', params, reason: 'blank_cells' };
        const actual = Math.max(...answered);
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
    { name: 'nothing carried out', text: { overview: ['收到的政府信息公开申请均已办结。'] }, verdict: 'pass' },
    {
      name: 'one carried out',
      set: { 'requests.carriedOut.total': 1 },
      text: { overview: ['收到政府信息公开申请 34 件，全部办结。'] },
      verdict: 'fail',
    },
    {
      name: 'the total blank, but one applicant',
      set: { 'requests.carriedOut.total': null, 'requests.carriedOut.naturalPersons': 1 },
      text: { overview: ['收到政府信息公开申请 34 件，所有申请均已按要求办理完成。'] },
      verdict: 'fail',
    },
    {
      name: 'all done in time, some carried out as the sentence says',
      set: { 'requests.carriedOut.total': 1 },
      text: { overview: ['收到政府信息公开申请 34 件，除 1 件结转下年度外全部办结。'] },
      verdict: 'pass',
    },
    {
      name: 'proposals done',
      set: { 'requests.carriedOut.total': 1 },
      text: { overview: ['依申请公开有序推进。代表建议和政协提案全部办结。'] },
      verdict: 'pass',
    },
    {
      name: 'a blank row',
      set: {
        'requests.carriedOut.naturalPersons': null,
        'requests.carriedOut.businesses': null,
        'requests.carriedOut.researchInstitutions': null,
        'requests.carriedOut.publicBenefitOrganisations': null,
        'requests.carriedOut.legalServices': null,
        'requests.carriedOut.otherOrganisations': null,
        'requests.carriedOut.total': null,
      },
      text: { overview: ['收到的政府信息公开申请均已办结。'] },
      verdict: 'skip',
    },
  ],
};
