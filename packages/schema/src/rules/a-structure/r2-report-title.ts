import { officialTitle } from '../../report/blank.ts';
import { unknownAgency } from '../../report/agency.ts';
import { withoutBlanks } from '../../language/passages.ts';
import type { Rule } from '../../engine/rule.ts';

export const r2: Rule = {
  id: 'R2',
  chapter: 'A',
  severity: 'block',
  title: {
    zh: '标题为“机关全称+年度+年政府信息公开工作年度报告”',
    en: 'the title is full name, year, 年政府信息公开工作年度报告',
  },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['practice'],
  message: {
    zh: '标题写的是“{title}”，应为“{expected}”。',
    en: 'The title reads {title}; it should read {expected}.',
  },
  test({ title, agency, year }) {
    if (agency.name === unknownAgency)
      return [{ verdict: 'skip', scope: 'report', cells: [], params: {}, reason: 'unknown_agency' }];
    const expected = officialTitle(agency.name, year);
    const right = withoutBlanks(title) === withoutBlanks(expected);
    return [
      {
        verdict: right ? 'pass' : 'fail',
        scope: 'report',
        cells: [],
        params: { title, expected },
        expected,
        actual: title,
      },
    ];
  },
  vectors: [
    { name: 'the official title', verdict: 'pass' },
    {
      name: 'a blank round the year',
      report: { title: '云溪县青原镇人民政府 2019 年政府信息公开工作年度报告' },
      year: 2019,
      verdict: 'pass',
    },
    { name: 'a body that is not named', agency: unknownAgency, verdict: 'skip' },
    { name: 'a word left out', report: { title: '云溪县青原镇人民政府政府信息公开年度报告' }, verdict: 'fail' },
  ],
};
