import * as z from 'zod/mini';
import { agencyContact, agencyKind, agencyLevel } from '../common/agency-attributes.ts';
import { agencyId, day } from '../common/schemas.ts';
import { reportSummary } from '../report/schemas.ts';

export const agencySummary = z.strictObject({
  id: agencyId,
  name: z.string(),
  kind: agencyKind,
  parentId: z.nullable(agencyId),
  /** Number of reports that are published and not withdrawn. */
  reportCount: z.int(),
  latestYear: z.nullable(z.int()),
  /** The day from which the agency is dissolved. */
  dissolvedOn: z.nullable(day),
});
export type AgencySummary = z.infer<typeof agencySummary>;

export const formerName = z.strictObject({ name: z.string(), until: day });

export const successionKind = z.enum(['merged', 'split', 'renamed']);
export type SuccessionKind = z.infer<typeof successionKind>;

/** A predecessor or successor of the agency. */
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
  /** The day from which the agency is dissolved. */
  dissolvedOn: z.nullable(day),
  predecessors: z.array(relatedAgency),
  successors: z.array(relatedAgency),
  contact: z.nullable(agencyContact),
});
export type Agency = z.infer<typeof agency>;

/** An agency to be added. An id is given only to keep an existing one. */
export interface NewAgency extends Pick<Agency, 'name' | 'kind' | 'level'> {
  readonly id?: string;
  readonly parentId?: string | null;
  readonly divisionCode?: string | null;
  readonly creditCode?: string | null;
  /** First day of this name, kind, level and parent. */
  readonly validFrom: string;
}

export const agencyRef = z.strictObject({ id: agencyId });

/** An agency with its published reports, newest first. */
export const agencyPage = z.strictObject({ agency, reports: z.array(reportSummary) });
export type AgencyPage = z.infer<typeof agencyPage>;
