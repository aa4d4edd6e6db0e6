import { cellsUnder } from '../../layout/cells.ts';
import type { Outcome, Rule } from '../../engine/rule.ts';
import { labelsAsFound } from '../../language/labels.ts';
import { isTitleOf, sectionTitleAsFound } from '../../language/titles.ts';

export const r14b: Rule = {
  id: 'R14b',
  chapter: 'A',
  severity: 'hint',
  title: { zh: '行、列和部分标题使用官方用语', en: 'rows, columns and sections bear their official words' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['practice'],
  message: {
    zh: '“{official}”写成了“{found}”，请改用官方用语。',
    en: '{official} reads {found}; use the official words.',
  },
  test({ sections, asFound }, form) {
    if (!asFound) return [{ verdict: 'skip', scope: 'report', cells: [], params: {}, reason: 'no_source_labels' }];
    const rows = labelsAsFound(form, asFound)
      .filter(({ known }) => known)
      .map(({ key, official, found }): Outcome => ({
        verdict: 'fail',
        scope: 'row',
        cells: cellsUnder(form, key),
        params: { official, found },
        expected: official,
        actual: found,
      }));
    const titles = form.sections.flatMap((section): Outcome[] => {
      const found = sectionTitleAsFound(section, sections, asFound);
      if (found === undefined || !isTitleOf(section, found)) return [];
      const params = { official: section.title, found };
      const { key, title } = section;
      return [{ verdict: 'fail', scope: 'section', section: key, cells: [], params, expected: title, actual: found }];
    });
    const failed = [...rows, ...titles];
    return failed.length > 0 ? failed : [{ verdict: 'pass', scope: 'report', cells: [], params: {} }];
  },

  vectors: [
    { name: 'official words', report: { asFound: {} }, verdict: 'pass' },
    {
      name: 'a section by another title',
      report: { asFound: { labels: { problems: '存在的主要问题及整改措施' } } },
      verdict: 'fail',
    },
    {
      name: 'a column by another word',
      report: { asFound: { labels: { 'requests.*.total': '合计' } } },
      verdict: 'fail',
    },
    { name: 'a report made here, without a source', verdict: 'skip' },
  ],
};
