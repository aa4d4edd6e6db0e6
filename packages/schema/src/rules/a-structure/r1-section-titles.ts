import { isTitleOf, sectionTitleAsFound } from '../../language/titles.ts';
import type { Outcome, Rule } from '../../engine/rule.ts';

export const r1: Rule = {
  id: 'R1',
  chapter: 'A',
  severity: 'block',
  title: {
    zh: '六个部分齐全，顺序和标题与官方格式一致',
    en: 'all six sections stand in order under their official titles',
  },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['law', 'form'],
  message: {
    zh: '{problem}。应依次为：{titles}。',
    en: '{problemEn}. The sections are, in order: {titles}.',
  },
  test({ sections, asFound }, form) {
    const titles = form.sections.map(({ number, title }) => `${number}、${title}`).join('；');
    const outcome = { scope: 'report', cells: [] } as const;
    if (!asFound) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_source_labels' }];
    const failed = (problem: string, problemEn: string): Outcome => ({
      ...outcome,
      verdict: 'fail',
      params: { problem, problemEn, titles },
    });
    const held = sections.map(({ key }) => key);
    const missing = form.sections.filter(({ key }) => !held.includes(key));
    const ordered = form.sections.map(({ key }) => key).filter((key) => held.includes(key));
    const problems = missing.map(({ title }) => failed(`缺少“${title}”部分`, `Section ${title} is missing`));
    const untitled = form.sections.filter((section) => asFound.missingSections?.includes(section.key));
    problems.push(
      ...untitled.map(({ title }) => failed(`没有“${title}”的标题`, `The title of section ${title} is missing`)),
    );
    if (held.some((key, at) => key !== ordered[at]))
      problems.push(failed('各部分的顺序与官方格式不一致', 'The sections are out of order'));
    for (const section of form.sections) {
      const found = sectionTitleAsFound(section, sections, asFound);
      if (found !== undefined && !isTitleOf(section, found))
        problems.push(
          failed(`“${section.title}”部分的标题写成了“${found}”`, `Section ${section.title} is titled ${found}`),
        );
    }
    return problems.length > 0 ? problems : [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    { name: 'official titles', report: { asFound: {} }, verdict: 'pass' },
    {
      name: 'a title by its alias is for another check',
      report: { asFound: { labels: { problems: '存在的主要问题及整改措施' } } },
      verdict: 'pass',
    },
    { name: 'a section missing', report: { asFound: {}, sections: [] }, verdict: 'fail' },
    {
      name: 'a section whose title is nowhere in the source',
      report: { asFound: { missingSections: ['problems'] } },
      verdict: 'fail',
    },
    { name: 'a title of its own', report: { asFound: { labels: { problems: '经验与体会' } } }, verdict: 'fail' },
    { name: 'a report made here, without a source', verdict: 'skip' },
  ],
};
