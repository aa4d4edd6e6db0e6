/**
 * @module
 * Addresses of the app's pages and of the public pages that they link to.
 */
import { resolve } from '$app/paths';
import type { ReportKey } from '@gongkai/api/schemas';
import { keyPath } from './report-key.ts';
import { sitePath } from './site-path.ts';

type AgencyYear = Pick<ReportKey, 'agencyId' | 'year'>;

const encodeAgency = <Key extends { readonly agencyId: string }>(key: Key) => ({
  ...key,
  agencyId: encodeURIComponent(key.agencyId),
});
const withQuery = (path: string, name: string, value: string | undefined) =>
  value === undefined ? path : `${path}?${name}=${encodeURIComponent(value)}`;
const reportParams = ({ agencyId, year, kind }: ReportKey) => encodeAgency({ agencyId, year, kind });
const yearParams = ({ agencyId, year }: AgencyYear) => encodeAgency({ agencyId, year });

export const paths = {
  home: () => resolve('/'),
  /** @param agencyId the agency chosen in the form */
  newReport: (agencyId?: string) => withQuery(resolve('/new'), 'agency', agencyId),
  draft: (key: ReportKey) => resolve('/drafts/[agencyId]/[year=year]/[kind=kind]', reportParams(key)),
  preview: (key: ReportKey) => resolve('/drafts/[agencyId]/[year=year]/[kind=kind]/preview', reportParams(key)),
  reviews: () => resolve('/reviews'),
  report: (key: ReportKey) => resolve('/reports/[agencyId]/[year=year]/[kind=kind]', reportParams(key)),
  rounds: () => resolve('/rounds'),
  round: (key: AgencyYear) => resolve('/rounds/[agencyId]/[year=year]', yearParams(key)),
  rollUp: (key: AgencyYear) => resolve('/roll-ups/[agencyId]/[year=year]', yearParams(key)),
  accounts: () => resolve('/accounts'),
  ownAccount: () => resolve('/account'),
  tokens: () => resolve('/tokens'),
  audit: () => resolve('/audit'),
  agencies: () => resolve('/agencies'),
  /** @param parentId the parent agency chosen in the form */
  newAgency: (parentId?: string) => withQuery(resolve('/agencies/new'), 'parent', parentId),
  importAgencies: () => resolve('/agencies/import'),
  agency: (agencyId: string) => resolve('/agencies/[agencyId]', encodeAgency({ agencyId })),
  mergeAgency: (agencyId: string) => resolve('/agencies/[agencyId]/merge', encodeAgency({ agencyId })),
  splitAgency: (agencyId: string) => resolve('/agencies/[agencyId]/split', encodeAgency({ agencyId })),
} as const;

/** The public page of an agency. */
export function publicAgencyPath(agencyId: string): string {
  return sitePath(`/agencies/${encodeURIComponent(agencyId)}`);
}

/** The public page of a published report. */
export function publicReportPath(key: ReportKey): string {
  return sitePath(`/reports/${keyPath(key)}`);
}
