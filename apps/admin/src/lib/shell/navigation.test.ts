import type { Me } from '@gongkai/api/schemas';
import { expect, it } from 'vitest';
import { mayOpen, navigationLinks, startPath } from './navigation.ts';

const me = (held: Partial<Me>): Me => ({
  id: '1',
  username: 'a',
  name: '甲',
  memberships: [],
  duties: [],
  pending: null,
  secondFactor: false,
  secondFactorRequired: false,
  passwordExpires: null,
  idleMinutes: 30,
  ...held,
});
const role = (held: 'drafter' | 'reviewer') => me({ memberships: [{ agencyId: 'A', agencyName: '甲', role: held }] });
const labels = (somebody: Me) => navigationLinks(somebody, '/').map(({ label }) => label);

it.each([
  [me({ duties: ['securityAdministrator'] }), ['账号', '接口令牌', '我的账号'], '/admin/accounts'],
  [me({ duties: ['systemAdministrator'] }), ['机关名录', '我的账号'], '/admin/agencies'],
  [me({ duties: ['auditor'] }), ['审计记录', '我的账号'], '/admin/audit'],
  [role('drafter'), ['我的报告', '审核与公布', '年度收集与汇总', '新建报告', '接口令牌', '我的账号'], '/admin/'],
  [role('reviewer'), ['我的报告', '审核与公布', '年度收集与汇总', '我的账号'], '/admin/'],
  [me({}), ['我的报告', '我的账号'], '/admin/'],
])('shows people the pages of what they hold', (somebody, expected, start) => {
  expect(labels(somebody)).toEqual(expected);
  expect(startPath(somebody)).toBe(start);
});

it('shows users only links to pages that they may open', () => {
  expect(mayOpen(role('drafter'), '/accounts')).toBe(false);
  expect(mayOpen(me({ duties: ['securityAdministrator'] }), '/')).toBe(false);
  expect(mayOpen(role('reviewer'), null)).toBe(true);
});

it('shows no page before the required first step is done', () => {
  expect(labels({ ...role('drafter'), pending: 'changePassword' })).toEqual([]);
});

it('marks the page shown', () => {
  expect(navigationLinks(role('reviewer'), '/account')).toContainEqual({
    label: '我的账号',
    href: '/admin/account',
    current: true,
  });
  const report = '/reports/[agencyId]/[year=year]/[kind=kind]';
  expect(navigationLinks(role('reviewer'), report).find(({ current }) => current)?.label).toBe('审核与公布');
});
