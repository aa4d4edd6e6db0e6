import type { Me } from '@gongkai/api/schemas';
import { expect, it } from 'vitest';
import { mayOpen, navigationLinks, startPage } from './navigation.ts';

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
const labels = (somebody: Me) => navigationLinks(somebody, { page: 'home' }).map(({ label }) => label);

it.each([
  [me({ duties: ['securityAdministrator'] }), ['账号', '接口令牌', '我的账号'], 'accounts'],
  [me({ duties: ['systemAdministrator'] }), ['机关名录', '我的账号'], 'agencies'],
  [me({ duties: ['auditor'] }), ['审计记录', '我的账号'], 'audit'],
  [role('drafter'), ['我的报告', '审核与公布', '年度收集与汇总', '新建报告', '接口令牌', '我的账号'], 'home'],
  [role('reviewer'), ['我的报告', '审核与公布', '年度收集与汇总', '我的账号'], 'home'],
  [me({}), ['我的报告', '我的账号'], 'home'],
])('shows people the pages of what they hold', (somebody, expected, start) => {
  expect(labels(somebody)).toEqual(expected);
  expect(startPage(somebody).page).toBe(start);
});

it('leads nobody to a page that is not theirs', () => {
  expect(mayOpen(role('drafter'), { page: 'accounts' })).toBe(false);
  expect(mayOpen(me({ duties: ['securityAdministrator'] }), { page: 'home' })).toBe(false);
  expect(mayOpen(role('reviewer'), { page: 'notFound' })).toBe(true);
});

it('shows nobody a page before what must be done first', () => {
  expect(labels({ ...role('drafter'), pending: 'changePassword' })).toEqual([]);
});

it('marks the page shown', () => {
  expect(navigationLinks(role('reviewer'), { page: 'ownAccount' })).toContainEqual({
    label: '我的账号',
    href: '/admin/account',
    current: true,
  });
  const key = { agencyId: 'A', year: 2024, kind: 'own' } as const;
  expect(navigationLinks(role('reviewer'), { page: 'report', key }).find(({ current }) => current)?.label).toBe(
    '审核与公布',
  );
});
