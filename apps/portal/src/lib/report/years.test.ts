import type { ReportSummary } from '@gongkai/api/schemas';
import { expect, it } from 'vitest';
import { yearsAround } from './years.ts';

const summary: ReportSummary = {
  agencyId: '01JAAAAAAAAAAAAAAAAAAAAAAA',
  agencyName: '云溪县人民政府',
  year: 2021,
  kind: 'consolidated',
  title: '云溪县人民政府2021年政府信息公开工作年度报告',
  form: 'form-2021',
  publishedOn: '2022-03-20',
  origin: 'entered',
  digest: 'a'.repeat(64),
  state: 'published',
  corrections: 0,
};

it('lists the current report among the others, newest first', () => {
  const years = yearsAround({
    summary,
    years: [
      { year: 2023, kind: 'consolidated' },
      { year: 2020, kind: 'consolidated' },
    ],
  });
  expect(years.map(({ year, current }) => [year, current])).toEqual([
    [2023, false],
    [2021, true],
    [2020, false],
  ]);
});

it('lists the current report once, even if the list contains it', () => {
  expect(yearsAround({ summary, years: [{ year: 2021, kind: 'consolidated' }] })).toHaveLength(1);
});
