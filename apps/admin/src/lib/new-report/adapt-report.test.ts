import { blankReport, forms, type Report } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { adaptReport } from './adapt-report.ts';

const form = forms.at(-1)!;
const { from } = form.years;
const agency = {
  ...{ id: '01JDEM0YX00000000000000001', name: '云溪县青原镇人民政府', kind: 'town' as const, parentId: null },
  ...{ reportCount: 0, latestYear: null, dissolvedOn: null },
};
const read: Report = {
  ...blankReport(form, { name: '云溪县白水镇人民政府' }, from, 'own'),
  period: { from: `${from}-01-01`, to: `${from}-11-30` },
};

it('keeps title, name and period of a document of the same year, such as of a body renamed later', () => {
  expect(adaptReport({ agency, year: from }, read, 'document')).toEqual({
    ...read,
    agency: { ...read.agency, id: agency.id },
  });
});

it('adapts name and title to the chosen agency', () => {
  expect(adaptReport({ agency, year: from }, read, 'chosen')).toMatchObject({
    agency: { id: agency.id, name: agency.name },
    title: `${agency.name}${from}年政府信息公开工作年度报告`,
    period: read.period,
  });
  const own = { ...read, title: '青原镇年报', agency: { name: agency.name } };
  expect(adaptReport({ agency, year: from }, own, 'chosen').title).toBe('青原镇年报');
});

it('adapts title and period to the chosen year', () => {
  const year = from + 1;
  expect(adaptReport({ agency, year }, read, 'document')).toMatchObject({
    year,
    title: `云溪县白水镇人民政府${year}年政府信息公开工作年度报告`,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
  });
});

it('leaves an archived report unchanged', () => {
  const { title, period } = adaptReport({ agency, year: from + 1 }, read, 'archived');
  expect({ title, period }).toEqual({ title: read.title, period: read.period });
});
