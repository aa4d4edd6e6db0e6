import { resolve } from '$app/paths';
import type { ReportKey } from '@gongkai/api/schemas';
import type { Format } from './formats.ts';

/**
 * The address of a path from the site's root, relative to the page being rendered, so that it works below any sub-path.
 */
export function sitePath(path: string): string {
  return resolve('/') + path.slice(1);
}

/** The page of the open API, which the server renders itself. */
export function openApiPath(): string {
  return sitePath('/api/v1');
}

export function agencyPath(agencyId: string): string {
  return resolve('/agencies/[agencyId]', { agencyId });
}

export function reportPath({ agencyId, year, kind }: ReportKey): string {
  return resolve('/reports/[agencyId]/[year=year]/[kind=kind]', { agencyId, year, kind });
}

export function reportFilePath({ agencyId, year, kind }: ReportKey, format: Format): string {
  return resolve('/reports/[agencyId]/[year=year]/[kind=kind].[format=format]', { agencyId, year, kind, format });
}

export function revisionPath(digest: string): string {
  return resolve('/revisions/[digest]', { digest });
}

export function revisionFilePath(digest: string, format: Format): string {
  return resolve('/revisions/[digest].[format=format]', { digest, format });
}

/** The page that shows which of the agencies in a government's round have published. */
export function roundPath({ agencyId, year }: Pick<ReportKey, 'agencyId' | 'year'>): string {
  return resolve('/rounds/[agencyId]/[year=year]', { agencyId, year });
}

export function roundJsonPath({ agencyId, year }: Pick<ReportKey, 'agencyId' | 'year'>): string {
  return resolve('/rounds/[agencyId]/[year=year].json', { agencyId, year });
}

/** The results of a search; the address of the first page has no page number. */
export function searchPath({ query, year, page = 1 }: { query?: string; year?: number; page?: number }): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  if (year) parameters.set('year', String(year));
  if (page > 1) parameters.set('page', String(page));
  return `${resolve('/search')}?${parameters}`;
}
