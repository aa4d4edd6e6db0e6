import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { params as matchers } from '../../params.ts';
import { paths, publicAgencyPath, publicReportPath } from './paths.ts';

const key = { agencyId: '01JCX0000000000000000000AA', year: 2024, kind: 'own' } as const;

const routes = readdirSync(fileURLToPath(new URL('../../routes', import.meta.url)), { recursive: true })
  .map((file) => `/${String(file)}`)
  .filter((file) => file.endsWith('/+page.svelte'))
  .map((file) => file.slice(0, -'+page.svelte'.length).replace(/(?<=.)\/$/, ''));

/** The routes of `src/routes` that match an address of the app. */
function matchingRoutes(address: string): string[] {
  const steps = new URL(address, 'http://127.0.0.1').pathname.slice('/admin'.length).split('/').filter(Boolean);
  return routes.filter((route) => {
    const segments = route.split('/').filter(Boolean);
    return segments.length === steps.length && segments.every((segment, index) => matches(segment, steps[index]!));
  });
}

function matches(segment: string, step: string): boolean {
  const [, matcher] = /^\[\w+(?:=(\w+))?\]$/.exec(segment) ?? [];
  if (!segment.startsWith('[')) return segment === step;
  if (matcher === undefined) return true;
  return 'value' in (matchers[matcher as keyof typeof matchers]['~standard'].validate(step) as object);
}

it.each([
  [paths.home(), '/'],
  [paths.newReport(), '/new'],
  [paths.newReport('a b/c'), '/new'],
  [paths.draft(key), '/drafts/[agencyId]/[year=year]/[kind=kind]'],
  [paths.preview(key), '/drafts/[agencyId]/[year=year]/[kind=kind]/preview'],
  [paths.reviews(), '/reviews'],
  [paths.report({ ...key, kind: 'consolidated' }), '/reports/[agencyId]/[year=year]/[kind=kind]'],
  [paths.rounds(), '/rounds'],
  [paths.round(key), '/rounds/[agencyId]/[year=year]'],
  [paths.rollUp(key), '/roll-ups/[agencyId]/[year=year]'],
  [paths.accounts(), '/accounts'],
  [paths.ownAccount(), '/account'],
  [paths.tokens(), '/tokens'],
  [paths.audit(), '/audit'],
  [paths.agencies(), '/agencies'],
  [paths.agency('a/b'), '/agencies/[agencyId]'],
  [paths.mergeAgency(key.agencyId), '/agencies/[agencyId]/merge'],
  [paths.splitAgency(key.agencyId), '/agencies/[agencyId]/split'],
])('the address %s belongs to the route %s alone', (address, route) => {
  expect(matchingRoutes(address)).toEqual([route]);
});

it('the static pages of agencies take precedence over the page of one agency', () => {
  expect(matchingRoutes(paths.newAgency(key.agencyId))).toContain('/agencies/new');
  expect(matchingRoutes(paths.importAgencies())).toContain('/agencies/import');
});

it('every page except the one for the first account has an address in the list of paths', () => {
  const linked = Object.values(paths).map((path) =>
    (path as (argument: unknown) => string)({ ...key, toString: () => 'A' }),
  );
  const reached = new Set(linked.flatMap(matchingRoutes));
  expect(routes.filter((route) => !reached.has(route))).toEqual(['/first-account']);
});

describe('parameters', () => {
  it.each(['/admin/rounds/a/20x4', '/admin/drafts/a/2024/other', '/admin/drafts/a/20x4/own', '/admin/reports/a/2024'])(
    'keep %s from being a page',
    (address) => expect(matchingRoutes(address)).toEqual([]),
  );

  it('are passed in the query where they only preselect', () => {
    expect(paths.newReport('a b/c')).toBe('/admin/new?agency=a%20b%2Fc');
    expect(paths.newAgency('A')).toBe('/admin/agencies/new?parent=A');
  });
});

it('public pages are addressed from the root of the site', () => {
  expect(publicReportPath(key)).toBe(`/reports/${key.agencyId}/2024/own`);
  expect(publicAgencyPath('a/b')).toBe('/agencies/a%2Fb');
});
