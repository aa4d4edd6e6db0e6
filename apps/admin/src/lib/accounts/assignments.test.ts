import { expect, it } from 'vitest';
import { diffAssignments, toGrants, formatAssignments, linesOf } from './assignments.ts';

const grant = (agencyId: string, role: 'drafter' | 'reviewer') => ({ agencyId, role });

it('reads lines of the form and writes them again', () => {
  const grants = toGrants([
    { agencyId: 'a', roles: ['drafter', 'reviewer'] },
    { agencyId: '', roles: ['drafter'] },
    { agencyId: 'b', roles: ['drafter'] },
    { agencyId: 'b', roles: ['drafter'] },
  ]);
  expect(grants).toEqual([grant('a', 'drafter'), grant('a', 'reviewer'), grant('b', 'drafter')]);
  expect(linesOf(grants)).toEqual([
    { agencyId: 'a', roles: ['drafter', 'reviewer'] },
    { agencyId: 'b', roles: ['drafter'] },
  ]);
});

it('gives and takes the difference alone', () => {
  const before = { grants: [grant('a', 'drafter'), grant('b', 'drafter')], duties: [] };
  const after = { grants: [grant('b', 'drafter'), grant('b', 'reviewer')], duties: ['auditor' as const] };
  expect(diffAssignments(before, after)).toEqual({
    give: { grants: [grant('b', 'reviewer')], duties: ['auditor'] },
    take: { grants: [grant('a', 'drafter')], duties: [] },
  });
});

it('says what an account holds in words', () => {
  const memberships = [
    { ...grant('a', 'reviewer'), agencyName: '甲镇' },
    { ...grant('a', 'drafter'), agencyName: '甲镇' },
  ];
  expect(formatAssignments({ memberships, duties: [] })).toEqual(['甲镇：填报、审核']);
  expect(formatAssignments({ memberships: [], duties: ['auditor'] })).toEqual(['审计员']);
});
