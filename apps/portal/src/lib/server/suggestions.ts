import type { Api } from '../../platform.ts';
import { agencyPath, reportPath } from '../paths.ts';
import { ifFound } from './api.ts';

/** Pages of this agency, to suggest when the address names a report that does not exist. */
export async function pagesOf(api: Api, agencyId: string): Promise<{ label: string; href: string }[]> {
  const found = await ifFound(api.agency.get({ id: agencyId }));
  if (!found) return [];
  return [
    ...found.reports
      .filter(({ state }) => state === 'published')
      .slice(0, 8)
      .map((report) => ({ label: report.title, href: reportPath(report) })),
    { label: `${found.agency.name}的全部报告`, href: agencyPath(agencyId) },
  ];
}
