import { quoteOf } from '../../language/passages.ts';
import type { Rule } from '../../engine/rule.ts';
import { statedEnds } from './stated-periods.ts';

export const r79: Rule = {
  id: 'R79',
  chapter: 'H',
  severity: 'explain',
  title: { zh: '报送时统计期限已经届满', en: 'the period stated has ended by the day of submission' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第四十九条' },
  basis: ['reasoning'],
  message: {
    zh: '统计期限写到 {to}，而报送日是 {on}：期限还没有届满，数字不会是最终的。请在期满后报送，或更正期限、说明原因。（{quote}）',
    en: 'The period stated runs to {to}, past the day of submission ({on}): its figures cannot be final. ({quote})',
  },
  test(report, _form, { today, publication }) {
    const outcome = { scope: 'report', cells: [] } as const;
    // Where no day of submission is known, that of publication is no earlier.
    const on = publication?.submittedOn ?? today ?? publication?.publishedOn;
    const ends = on === undefined ? [] : statedEnds(report);
    if (!on || ends.length === 0)
      return [{ ...outcome, verdict: 'skip', params: {}, reason: on ? 'not_stated' : 'no_publication' }];
    const late = ends.filter(({ to }) => to > on);
    if (late.length === 0) return [{ ...outcome, verdict: 'pass', params: {} }];
    return late.map(({ to, quote, place }) => ({
      ...outcome,
      verdict: 'fail',
      params: { to, on, quote: quoteOf(quote) },
      ...(place && { place }),
    }));
  },

  vectors: [
    { name: 'submitted after the year', year: 2021, context: { today: '2022-01-01' }, verdict: 'pass' },
    { name: 'submitted within the year', year: 2021, context: { today: '2021-12-20' }, verdict: 'fail' },
    {
      name: 'a period in the text that is still running',
      year: 2021,
      text: { overview: ['本报告所列数据的统计期限自2021年1月1日起至12月31日止。'] },
      report: { period: undefined },
      context: { publication: { submittedOn: '2021-12-30' } },
      verdict: 'fail',
    },
    {
      name: 'a period cut short at the dissolution of the body',
      year: 2021,
      report: { period: { from: '2021-01-01', to: '2021-06-30' } },
      context: { today: '2021-07-05' },
      verdict: 'pass',
    },
    { name: 'the day is not known', verdict: 'skip' },
  ],
};
