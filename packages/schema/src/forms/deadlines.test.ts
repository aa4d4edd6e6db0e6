import { expect, it } from 'vitest';
import { reportDeadlines } from './deadlines.ts';

it('gives the days of the law for every year of the forms in force, and for years before them', () => {
  for (const year of [2018, 2019, 2021, 2026])
    expect(reportDeadlines(year)).toEqual({ own: `${year + 1}-01-31`, consolidated: `${year + 1}-03-31` });
});
