import type { AgencyKind, AgencyLevel } from '@gongkai/schema';
import * as z from 'zod/mini';
import { agencyId, day } from '../common/schemas.ts';
import { reportSummary } from '../report/schemas.ts';

export const agencyKind = z.enum([
  'government',
  'governmentOffice',
  'department',
  'town',
  'township',
  'streetOffice',
  'zone',
  'verticallyLed',
  'authorisedOrganisation',
] satisfies AgencyKind[]);
export type { AgencyKind, AgencyLevel };

export const agencyLevel = z.enum(['state', 'province', 'prefecture', 'county', 'township'] satisfies AgencyLevel[]);

export const agencySummary = z.strictObject({
  id: agencyId,
  name: z.string(),
  kind: agencyKind,
  parentId: z.nullable(agencyId),
  /** Reports published and not withdrawn. */
  reportCount: z.int(),
  latestYear: z.nullable(z.int()),
});
export type AgencySummary = z.infer<typeof agencySummary>;

export const formerName = z.strictObject({ name: z.string(), until: day });

export const agency = z.strictObject({
  id: agencyId,
  name: z.string(),
  kind: agencyKind,
  level: agencyLevel,
  parentId: z.nullable(agencyId),
  parentName: z.nullable(z.string()),
  formerNames: z.array(formerName),
  divisionCode: z.nullable(z.string()),
  creditCode: z.nullable(z.string()),
});
export type Agency = z.infer<typeof agency>;

/** An agency to be added; an id only to keep one that is known already. */
export interface NewAgency extends Pick<Agency, 'name' | 'kind' | 'level'> {
  readonly id?: string;
  readonly parentId?: string | null;
  readonly divisionCode?: string | null;
  readonly creditCode?: string | null;
  /** First day of that name and place. */
  readonly validFrom: string;
}

export const agencyRef = z.strictObject({ id: agencyId });

/** An agency with its published reports, newest first. */
export const agencyPage = z.strictObject({ agency, reports: z.array(reportSummary) });
export type AgencyPage = z.infer<typeof agencyPage>;
