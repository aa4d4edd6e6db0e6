import type { AgencyKind, AgencyLevel } from '@gongkai/schema';
import * as z from 'zod/mini';
import { agencyId, day, line, webAddress } from '../common/schemas.ts';
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
  /** The first day on which the agency was no more. */
  dissolvedOn: z.nullable(day),
});
export type AgencySummary = z.infer<typeof agencySummary>;

export const formerName = z.strictObject({ name: z.string(), until: day });

/** How the public reaches the agency's disclosure office; no person's name. */
export const agencyContact = z.strictObject({
  office: z.nullable(line(200)),
  address: z.nullable(line(200)),
  postcode: z.nullable(z.string().check(z.regex(/^\d{6}$/, { error: '邮政编码应为 6 位数字' }))),
  phone: z.nullable(line(100)),
  fax: z.nullable(line(100)),
  email: z.nullable(z.email({ error: '电子邮箱的写法不对，例如 xxgk@example.gov.cn' }).check(z.maxLength(200))),
  website: z.nullable(webAddress),
});
export type AgencyContact = z.infer<typeof agencyContact>;

export const successionKind = z.enum(['merged', 'split', 'renamed']);
export type SuccessionKind = z.infer<typeof successionKind>;

/** Another agency that this one took over from, or that took over from it. */
export const relatedAgency = z.strictObject({ id: agencyId, name: z.string(), kind: successionKind, takenOverOn: day });
export type RelatedAgency = z.infer<typeof relatedAgency>;

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
  /** The first day on which the agency was no more. */
  dissolvedOn: z.nullable(day),
  predecessors: z.array(relatedAgency),
  successors: z.array(relatedAgency),
  contact: z.nullable(agencyContact),
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
