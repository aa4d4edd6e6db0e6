import type { Rule } from '../../engine/rule.ts';

export const r14: Rule = {
  id: 'R14',
  chapter: 'A',
  severity: 'block',
  title: { zh: '所用格式与报告年度相符', en: "the form is that of the report's year" },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['law'],
  message: {
    zh: '{year} 年的报告用了“{form}”，这一格式适用于 {period} 年度。请换用该年度的官方格式。',
    en: 'The report for {year} uses "{form}", which is for {period}. Use the official form of that year.',
  },
  test({ year }, { title, years: { from, to } }) {
    const fits = year >= from && (to === undefined || year <= to);
    return [
      {
        verdict: fits ? 'pass' : 'fail',
        scope: 'report',
        cells: [],
        params: { year, form: title, period: `${from}—${to ?? ''}` },
        actual: year,
      },
    ];
  },
  neverSkips: 'every report names its form and its year',
  // The years depend on the form, so the vectors are in the form's list of rules.
  vectors: [],
};
