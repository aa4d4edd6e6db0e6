import type { Outcome, Rule } from '../../engine/rule.ts';
import { unknownAgency } from '../../report/agency.ts';
import { passagesOf, preambleOf, quoteOf, sentencesOf } from '../../language/passages.ts';
import { reportersNamed, strangeSelves } from '../../language/reporter.ts';

export const r20b: Rule = {
  id: 'R20b',
  chapter: 'A',
  severity: 'explain',
  title: { zh: '文中的主体是本机关', en: 'the text speaks of this body as the reporter' },
  citation: { document: '国办公开办函〔2021〕30号', place: '（四）明确责任' },
  basis: ['practice'],
  message: {
    zh: '“{quote}”说的是“{found}”，而报告机关是“{name}”。请核对是否照抄了其他机关的文字，或说明原因。',
    en: '"{quote}" speaks of {found}, but the reporter is {name}. Check for copied text, or explain.',
  },
  test(report) {
    const { name } = report.agency;
    const outcome = { scope: 'section', cells: [] } as const;
    if (name === unknownAgency) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'unknown_agency' }];
    const passages = passagesOf(report);
    if (passages.length === 0 && report.preamble.length === 0)
      return [{ ...outcome, verdict: 'skip', params: {}, reason: 'not_stated' }];
    const titled = reportersNamed(preambleOf(report), name).map((found): Outcome => ({
      ...outcome,
      scope: 'report',
      verdict: 'fail',
      params: { quote: '引言', found, name },
    }));
    const spoken = passages.flatMap(sentencesOf).flatMap(({ text, place }) =>
      strangeSelves(text, name).map((found): Outcome => ({
        ...outcome,
        verdict: 'fail',
        place,
        params: { quote: quoteOf(text), found, name },
      })),
    );
    const failed = [...titled, ...spoken];
    return failed.length > 0 ? failed : [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    { name: 'its own name', text: { overview: ['我镇按月更新栏目，全县通报表扬。'] }, verdict: 'pass' },
    { name: 'a bureau in a town', text: { overview: ['我局按月更新栏目。'] }, verdict: 'fail' },
    {
      name: "another body's report",
      report: { preamble: [{ type: 'paragraph', text: '现公布云溪县水利局2021年政府信息公开工作年度报告。' }] },
      verdict: 'fail',
    },
    {
      name: 'a body that is not named',
      agency: unknownAgency,
      text: { overview: ['我乡按月更新栏目。'] },
      verdict: 'skip',
    },
    { name: 'no text', verdict: 'skip' },
  ],
};
