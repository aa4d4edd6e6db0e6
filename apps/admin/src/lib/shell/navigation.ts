import type { Me } from '@gongkai/api/schemas';
import { addressOf, type Route } from '../router/route.ts';

/** A page to choose, with those below it. */
interface Entry {
  readonly label: string;
  readonly page: Exclude<Route, { page: 'notFound' }> & {
    readonly page:
      'home' | 'reviews' | 'rounds' | 'newReport' | 'agencies' | 'accounts' | 'tokens' | 'audit' | 'ownAccount';
  };
  /** Pages that belong below it. */
  readonly with?: readonly Route['page'][];
  /** Whose page it is. */
  readonly for: (me: Me) => boolean;
}

const hasRole = ({ memberships }: Me) => memberships.length > 0;

const entries: readonly Entry[] = [
  { label: '我的报告', page: { page: 'home' }, for: (me) => hasRole(me) || me.duties.length === 0 },
  { label: '审核与公布', page: { page: 'reviews' }, with: ['report'], for: hasRole },
  { label: '年度收集与汇总', page: { page: 'rounds' }, with: ['round', 'rollUp'], for: hasRole },
  {
    label: '新建报告',
    page: { page: 'newReport' },
    for: ({ memberships }) => memberships.some(({ role }) => role === 'drafter'),
  },
  {
    label: '机关名录',
    page: { page: 'agencies' },
    with: ['newAgency', 'importAgencies', 'agency', 'mergeAgency', 'splitAgency'],
    for: ({ duties }) => duties.includes('systemAdministrator'),
  },
  { label: '账号', page: { page: 'accounts' }, for: ({ duties }) => duties.includes('securityAdministrator') },
  {
    label: '接口令牌',
    page: { page: 'tokens' },
    for: ({ memberships, duties }) =>
      duties.includes('securityAdministrator') || memberships.some(({ role }) => role === 'drafter'),
  },
  { label: '审计记录', page: { page: 'audit' }, for: ({ duties }) => duties.includes('auditor') },
  { label: '我的账号', page: { page: 'ownAccount' }, for: () => true },
];

/** What somebody sees at the top: the pages of their roles and duties alone. */
export function navigationLinks(me: Me, route: Route): { label: string; href: string; current: boolean }[] {
  const own = me.pending ? [] : entries.filter((entry) => entry.for(me));
  return own.map(({ label, page, with: below = [] }) => ({
    label,
    href: addressOf(page),
    current: [page.page, ...below].includes(route.page),
  }));
}

/** Where somebody begins: who only holds a duty has no reports to begin with. */
export function startPage(me: Me): Entry['page'] {
  return entries.find((entry) => entry.for(me))!.page;
}

/** Whether a page is for somebody; pages that none is led to from the top ask the server themselves. */
export function mayOpen(me: Me, { page }: Route): boolean {
  return entries.every((entry) => entry.page.page !== page || entry.for(me));
}
