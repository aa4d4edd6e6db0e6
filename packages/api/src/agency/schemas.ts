import * as z from 'zod/mini';
import { agencyContact, agencyKind, agencyLevel } from '../common/agency-attributes.ts';
import { agencyId, day } from '../common/schemas.ts';
import { reportSummary } from '../report/schemas.ts';

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
