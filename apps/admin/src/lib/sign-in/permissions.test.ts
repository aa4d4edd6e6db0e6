import type { AgencySummary, Me } from '@gongkai/api/schemas';
import { expect, it } from 'vitest';
import { workAgencies, formatRoles } from './permissions.ts';

const agency = (id: string, parentId: string | null): AgencySummary => ({
  id,
  name: id,
  kind: 'town',
  parentId,
  reportCount: 0,
  latestYear: null,
  dissolvedOn: null,
});
const agencies = [agency('village', 'town'), agency('town', 'county'), agency('county', null), agency('other', null)];
const me = (...memberships: Me['memberships']) => ({ memberships });

it('applies a role to the agency and all below it, parents first', () => {
  const found = workAgencies(me({ agencyId: 'county', agencyName: 'county', role: 'publisher' }), agencies);
  expect(found.map(({ agency }) => agency.id)).toEqual(['county', 'town', 'village']);
});

it('combines roles held at different levels', () => {
  const found = workAgencies(
    me(
      { agencyId: 'county', agencyName: 'county', role: 'publisher' },
      { agencyId: 'town', agencyName: 'town', role: 'drafter' },
    ),
    agencies,
  );
  expect(found.map(({ agency, roles }) => [agency.id, [...roles].sort()])).toEqual([
    ['county', ['publisher']],
    ['town', ['drafter', 'publisher']],
    ['village', ['drafter', 'publisher']],
  ]);
});

it('finds nothing for a user without a role, and stops at a cycle of parents', () => {
  const circle = [agency('a', 'b'), agency('b', 'a')];
  expect(workAgencies(me(), circle)).toEqual([]);
  expect(workAgencies(me({ agencyId: 'a', agencyName: 'a', role: 'drafter' }), circle)).toHaveLength(2);
});

it('names roles in the order of the work', () => {
  expect(formatRoles(new Set(['publisher', 'drafter']))).toBe('填报、公布');
});
