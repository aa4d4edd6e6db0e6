import { expect, it } from 'vitest';
import { dependencyOf } from './dependency.ts';
import { parsePageAddress } from './page-address.ts';

const agencyId = '01JDEM0YX00000000000000013';
const digest = 'd'.repeat(64);

it.each([
  `/agencies/${agencyId}`,
  `/reports/${agencyId}/2020/own`,
  `/reports/${agencyId}/2020/own.json`,
  `/reports/${agencyId}/2020/consolidated.csv`,
  `/api/v1/agencies/${agencyId}`,
  `/api/v1/reports/${agencyId}/2020/consolidated`,
  `/api/v1/reports/${agencyId}/2020/own/history`,
  `/api/v1/reports/${agencyId}/2020/own/findings`,
])('%s shows the publications of its agency alone', (path) => {
  expect(dependencyOf(path)).toEqual({ type: 'agency', agencyId });
});

it.each([
  '/',
  '/agencies',
  '/search',
  '/sitemap.xml',
  `/reports/${agencyId}/2020/consolidated`,
  `/rounds/${agencyId}/2020`,
  `/revisions/${digest}`,
  '/api/v1/reports',
  `/api/v1/reports/${agencyId}/2020/consolidated/findings`,
  `/api/v1/revisions/${digest}`,
  '/api/v1/figures',
  '/agencies/short',
])('%s may show any publication', (path) => {
  expect(dependencyOf(path)).toEqual({ type: 'publications' });
});

it('takes an address with a query for one that may show any publication', () => {
  const target = `/api/v1/reports/${agencyId}/2020/own?pretty=1`;
  expect(parsePageAddress('http://localhost', target, true).dependency).toEqual({ type: 'publications' });
});
