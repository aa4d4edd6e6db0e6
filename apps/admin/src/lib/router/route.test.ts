import { describe, expect, it } from 'vitest';
import { addressOf, publicAddress, routeOf, type Route } from './route.ts';

const key = { agencyId: '01JCX0000000000000000000AA', year: 2024, kind: 'own' } as const;
const at = (path: string) => routeOf(new URL(path, 'http://127.0.0.1'));

it.each<Exclude<Route, { page: 'notFound' }>>([
  { page: 'home' },
  { page: 'firstAccount', token: 'a b/c' },
  { page: 'accounts' },
  { page: 'ownAccount' },
  { page: 'tokens' },
  { page: 'audit' },
  { page: 'newReport' },
  { page: 'newReport', agencyId: key.agencyId },
  { page: 'draft', key },
  { page: 'preview', key },
  { page: 'reviews' },
  { page: 'report', key },
  { page: 'agencies' },
  { page: 'newAgency' },
  { page: 'newAgency', parentId: key.agencyId },
  { page: 'importAgencies' },
  { page: 'agency', agencyId: key.agencyId },
  { page: 'mergeAgency', agencyId: key.agencyId },
  { page: 'splitAgency', agencyId: key.agencyId },
  { page: 'rounds' },
  { page: 'round', agencyId: key.agencyId, year: 2024 },
  { page: 'rollUp', agencyId: key.agencyId, year: 2024 },
])('finds $page at its own address', (route) => {
  expect(at(addressOf(route))).toEqual(route);
});

describe('an address', () => {
  it('is home with and without its last slash', () => {
    expect(at('/admin')).toEqual({ page: 'home' });
    expect(at('/admin/')).toEqual({ page: 'home' });
  });

  it.each([
    '/administrator',
    '/admin/nothing',
    '/admin/new/more',
    '/admin/reviews/more',
    '/admin/reports',
    '/admin/rounds/a',
    '/admin/rounds/a/20x4',
    '/admin/roll-ups',
    '/admin/roll-ups/a/2024/more',
    '/admin/reports/a/2024/own/more',
    '/admin/agencies/a/other',
    '/admin/agencies/a/merge/more',
    '/admin/drafts',
    '/admin/drafts/a/20x4/own',
    '/admin/drafts/a/2024/other',
    '/admin/drafts/a/2024/own/more',
  ])('%s is no page', (path) => {
    expect(at(path)).toEqual({ page: 'notFound' });
  });

  it('of the public page is the portal’s', () => {
    expect(publicAddress(key)).toBe(`/reports/${key.agencyId}/2024/own`);
  });
});
