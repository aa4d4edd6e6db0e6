import type { Me } from '@gongkai/api/schemas';
import { paths } from '../common/paths.ts';
import type { RouteId } from '$app/types';

/** An entry of the main navigation. */
interface Entry {
  readonly label: string;
  readonly route: RouteId;
  readonly href: () => string;
  /** First segments of routes that belong to the entry as well. */
  readonly sections?: readonly string[];
  readonly isFor: (me: Me) => boolean;
}

const hasRole = ({ memberships }: Me) => memberships.length > 0;
const isDrafter = ({ memberships }: Me) => memberships.some(({ role }) => role === 'drafter');

const entries: readonly Entry[] = [
  { label: '我的报告', route: '/', href: paths.home, isFor: (me) => hasRole(me) || me.duties.length === 0 },
  { label: '审核与公布', route: '/reviews', href: paths.reviews, sections: ['reports'], isFor: hasRole },
  { label: '年度收集与汇总', route: '/rounds', href: paths.rounds, sections: ['rounds', 'roll-ups'], isFor: hasRole },
  { label: '新建报告', route: '/new', href: paths.newReport, isFor: isDrafter },
  {
    label: '机关名录',
    route: '/agencies',
    href: paths.agencies,
    sections: ['agencies'],
    isFor: ({ duties }) => duties.includes('systemAdministrator'),
  },
  {
    label: '账号',
    route: '/accounts',
    href: paths.accounts,
    isFor: ({ duties }) => duties.includes('securityAdministrator'),
  },
  {
    label: '接口令牌',
    route: '/tokens',
    href: paths.tokens,
    isFor: (me) => me.duties.includes('securityAdministrator') || isDrafter(me),
  },
  { label: '审计记录', route: '/audit', href: paths.audit, isFor: ({ duties }) => duties.includes('auditor') },
  { label: '我的账号', route: '/account', href: paths.ownAccount, isFor: () => true },
];

/** The links at the top: only pages for the user's roles and duties. @param route id of the current route */
export function navigationLinks(
  me: Me,
  route: RouteId | null,
): { readonly label: string; readonly href: string; readonly current: boolean }[] {
  const section = route?.split('/')[1] ?? '';
  return (me.pending ? [] : entries.filter(({ isFor }) => isFor(me))).map(
    ({ label, route: own, href, sections = [] }) => ({
      label,
      href: href(),
      current: route === own || sections.includes(section),
    }),
  );
}

/** The address of the user's first page. Users with only a duty have no reports to start with. */
export function startPath(me: Me): string {
  return entries.find(({ isFor }) => isFor(me))!.href();
}

/** True if the user may open the page of a navigation entry. The server authorises the pages without an entry. */
export function mayOpen(me: Me, route: RouteId | null): boolean {
  return entries.every((entry) => entry.route !== route || entry.isFor(me));
}
