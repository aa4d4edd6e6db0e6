import type { ReportKey } from '@gongkai/api/schemas';
import { sitePath } from './site.ts';

/** Every page of the app with what its address tells. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'firstAccount'; readonly token: string }
  | { readonly page: 'newReport'; readonly agencyId?: string }
  | { readonly page: 'draft'; readonly key: ReportKey }
  | { readonly page: 'preview'; readonly key: ReportKey }
  | { readonly page: 'reviews' }
  | { readonly page: 'report'; readonly key: ReportKey }
  | { readonly page: 'rounds' }
  | { readonly page: 'round'; readonly agencyId: string; readonly year: number }
  | { readonly page: 'rollUp'; readonly agencyId: string; readonly year: number }
  | { readonly page: 'accounts' }
  | { readonly page: 'ownAccount' }
  | { readonly page: 'tokens' }
  | { readonly page: 'audit' }
  | { readonly page: 'agencies' }
  | { readonly page: 'newAgency'; readonly parentId?: string }
  | { readonly page: 'importAgencies' }
  | { readonly page: 'agency' | 'mergeAgency' | 'splitAgency'; readonly agencyId: string }
  | { readonly page: 'notFound' };

const base = sitePath('/admin');

/** The page at an address; unknown addresses are the page that says so. */
export function routeOf({ pathname, searchParams }: URL): Route {
  if (pathname !== base && !pathname.startsWith(`${base}/`)) return { page: 'notFound' };
  const steps = pathname.slice(base.length).split('/').filter(Boolean);
  if (steps.length === 0) return { page: 'home' };
  const [first, ...rest] = steps;
  if (first === 'first-account' && rest.length === 0)
    return { page: 'firstAccount', token: searchParams.get('token') ?? '' };
  if (first === 'new' && rest.length === 0) {
    const agencyId = searchParams.get('agency');
    return { page: 'newReport', ...(agencyId ? { agencyId } : {}) };
  }
  if (first === 'reviews' && rest.length === 0) return { page: 'reviews' };
  if (first === 'reports') {
    const key = keyOf(rest);
    if (key && rest.length === 3) return { page: 'report', key };
  }
  if (first === 'rounds' && rest.length === 0) return { page: 'rounds' };
  if (first === 'rounds' || first === 'roll-ups') {
    const [agencyId, year = ''] = rest;
    if (agencyId && /^\d{4}$/.test(year) && rest.length === 2)
      return {
        page: first === 'rounds' ? 'round' : 'rollUp',
        agencyId: decodeURIComponent(agencyId),
        year: Number(year),
      };
  }
  if (first === 'accounts' && rest.length === 0) return { page: 'accounts' };
  if (first === 'account' && rest.length === 0) return { page: 'ownAccount' };
  if (first === 'tokens' && rest.length === 0) return { page: 'tokens' };
  if (first === 'audit' && rest.length === 0) return { page: 'audit' };
  if (first === 'drafts') {
    const key = keyOf(rest.slice(0, 3));
    if (key && rest.length === 3) return { page: 'draft', key };
    if (key && rest.length === 4 && rest[3] === 'preview') return { page: 'preview', key };
  }
  if (first === 'agencies') return agencyRouteOf(rest, searchParams);
  return { page: 'notFound' };
}

function agencyRouteOf([step, way, ...more]: readonly string[], searchParams: URLSearchParams): Route {
  if (step === undefined) return { page: 'agencies' };
  if (more.length > 0) return { page: 'notFound' };
  if (way === undefined && step === 'import') return { page: 'importAgencies' };
  if (way === undefined && step === 'new') {
    const parentId = searchParams.get('parent');
    return { page: 'newAgency', ...(parentId ? { parentId } : {}) };
  }
  const agencyId = decodeURIComponent(step);
  if (way === undefined) return { page: 'agency', agencyId };
  if (way === 'merge') return { page: 'mergeAgency', agencyId };
  return way === 'split' ? { page: 'splitAgency', agencyId } : { page: 'notFound' };
}

/** The public page of an agency. */
export function publicAgencyAddress(agencyId: string): string {
  return sitePath(`/agencies/${encodeURIComponent(agencyId)}`);
}

/** The address of a page. */
export function addressOf(route: Exclude<Route, { page: 'notFound' }>): string {
  switch (route.page) {
    case 'home':
      return `${base}/`;
    case 'firstAccount':
      return `${base}/first-account?token=${encodeURIComponent(route.token)}`;
    case 'rounds':
      return `${base}/rounds`;
    case 'round':
      return `${base}/rounds/${encodeURIComponent(route.agencyId)}/${route.year}`;
    case 'rollUp':
      return `${base}/roll-ups/${encodeURIComponent(route.agencyId)}/${route.year}`;
    case 'accounts':
      return `${base}/accounts`;
    case 'tokens':
      return `${base}/tokens`;
    case 'ownAccount':
      return `${base}/account`;
    case 'audit':
      return `${base}/audit`;
    case 'newReport':
      return `${base}/new${route.agencyId === undefined ? '' : `?agency=${encodeURIComponent(route.agencyId)}`}`;
    case 'reviews':
      return `${base}/reviews`;
    case 'report':
      return `${base}/reports/${keyPath(route.key)}`;
    case 'draft':
      return `${base}/drafts/${keyPath(route.key)}`;
    case 'preview':
      return `${base}/drafts/${keyPath(route.key)}/preview`;
    case 'agencies':
      return `${base}/agencies`;
    case 'newAgency':
      return `${base}/agencies/new${route.parentId === undefined ? '' : `?parent=${encodeURIComponent(route.parentId)}`}`;
    case 'importAgencies':
      return `${base}/agencies/import`;
    case 'agency':
      return `${base}/agencies/${encodeURIComponent(route.agencyId)}`;
    case 'mergeAgency':
      return `${base}/agencies/${encodeURIComponent(route.agencyId)}/merge`;
    case 'splitAgency':
      return `${base}/agencies/${encodeURIComponent(route.agencyId)}/split`;
  }
}

/** The public page of a published report. */
export function publicAddress(key: ReportKey): string {
  return sitePath(`/reports/${keyPath(key)}`);
}

export function keyPath({ agencyId, year, kind }: ReportKey): string {
  return `${encodeURIComponent(agencyId)}/${year}/${kind}`;
}

function keyOf([agencyId, year, kind]: readonly string[]): ReportKey | undefined {
  if (!agencyId || !/^\d{4}$/.test(year ?? '') || (kind !== 'own' && kind !== 'consolidated')) return undefined;
  return { agencyId: decodeURIComponent(agencyId), year: Number(year), kind };
}
