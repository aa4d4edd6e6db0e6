import type { Outcome, Rule } from '../../engine/rule.ts';
import { passagesOf, preambleOf, quoteOf, sentencesOf } from '../../language/passages.ts';
import { staleYear, yearsOfReport } from '../../language/years.ts';

export const r18: Rule = {
  id: 'R18',
  chapter: 'A',
  severity: 'explain',
  title: { zh: '文中的年份与报告年度一致', en: "the years in the text are the report's" },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['practice'],
  message: {
    zh: '“{quote}”写的是 {found} 年，而本报告是 {year} 年度的。请核对是否沿用了旧稿，或说明原因。',
    en: '"{quote}" speaks of {found}, but this report is for {year}. Check for old text, or explain.',
  },
  test(report) {
    const { year } = report;
    const outcome = { scope: 'section', cells: [] } as const;
    const sentences = passagesOf(report).flatMap(sentencesOf);
    const stale = sentences.flatMap(({ text, place }): Outcome[] => {
      const found = staleYear(text, year);
      return found === undefined
        ? []
        : [
            {
              ...outcome,
              verdict: 'fail',
              place,
              params: { quote: quoteOf(text), found, year },
              expected: year,
              actual: found,
            },
          ];
    });
    const titled = yearsOfReport(preambleOf(report))
      .filter((found) => found !== year)
      .map((found): Outcome => ({
        ...outcome,
        scope: 'report',
        verdict: 'fail',
        params: { quote: '引言', found, year },
        expected: year,
        actual: found,
      }));
    const failed = [...titled, ...stale];
    if (failed.length > 0) return failed;
    if (sentences.length === 0) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'not_stated' }];
    return [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    { name: 'this year', year: 2021, text: { overview: ['2021年，全镇公开信息 86 条。'] }, verdict: 'pass' },
    { name: 'a comparison', year: 2021, text: { overview: ['2020年以来，公开工作稳步推进。'] }, verdict: 'pass' },
    { name: 'a plan', year: 2021, text: { problems: ['2022年，我镇将加强培训。'] }, verdict: 'pass' },
    { name: "last year's draft", year: 2021, text: { overview: ['2020年，全镇公开信息 86 条。'] }, verdict: 'fail' },
    {
      name: 'a wrong year before a number',
      year: 2024,
      text: { overview: ['2023年共收到政府信息公开申请 30 件。'] },
      verdict: 'fail',
    },
    { name: 'no text', verdict: 'skip' },
  ],
};
