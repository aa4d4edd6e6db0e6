import * as z from 'zod/mini';
import { relatedAgency } from '../agency/schemas.ts';
import { agencyId, day, instant, line } from '../common/schemas.ts';
import { agencyContact, agencyKind, agencyLevel } from '../common/agency-attributes.ts';

/** Something about an agency that looks wrong but does not prevent saving. */
export const remark = z.strictObject({
  field: z.enum(['name', 'level', 'divisionCode', 'creditCode']),
  message: z.string(),
});
export type Remark = z.infer<typeof remark>;

/** GB/T 2260 has six digits, GB/T 10114 nine. */
export const divisionCode = z
  .string()
  .check(z.regex(/^\d{6}(?:\d{3})?$/, { error: '行政区划代码应为 6 位（县级以上）或 9 位（乡级）数字，请改正' }));

/** Name, kind, level, parent and codes of an agency. */
export const agencyAttributes = z.strictObject({
  name: line(200),
  kind: agencyKind,
  level: agencyLevel,
  parentId: z.nullable(agencyId),
  divisionCode: z.nullable(divisionCode),
  /** As entered: a wrong code leads to a remark, not to a refusal. */
  creditCode: z.nullable(line(30)),
});
export type AgencyAttributes = z.infer<typeof agencyAttributes>;

/** First day of the entered change, in Asia/Shanghai. */
export const since = day.check(z.refine((text) => text >= '1900-01-01', { error: '日期应在 1900 年以后，请核对' }));
const reason = line(500);
/** The state of an agency that the caller had seen. */
const version = instant;

export const registerEntry = z.strictObject({
  id: agencyId,
  ...agencyAttributes.shape,
  divisionCode: z.nullable(z.string()),
  creditCode: z.nullable(z.string()),
  validFrom: day,
  dissolvedOn: z.nullable(day),
  version,
  remarks: z.readonly(z.array(remark)),
});
export type RegisterEntry = z.infer<typeof registerEntry>;

export const agencyPeriod = z.strictObject({
  validFrom: day,
  validTo: z.nullable(day),
  name: z.string(),
  kind: agencyKind,
  level: agencyLevel,
  parentName: z.nullable(z.string()),
  divisionCode: z.nullable(z.string()),
  creditCode: z.nullable(z.string()),
});
export type AgencyPeriod = z.infer<typeof agencyPeriod>;

/** An agency with all its periods, the first one first. */
export const agencyRecord = z.strictObject({
  entry: registerEntry,
  periods: z.array(agencyPeriod),
  predecessors: z.array(relatedAgency),
  successors: z.array(relatedAgency),
  contact: z.nullable(agencyContact),
});
export type AgencyRecord = z.infer<typeof agencyRecord>;

export const recordRef = z.strictObject({ agencyId });

export const createInput = z.extend(agencyAttributes, { validFrom: since });
export type CreateInput = z.infer<typeof createInput>;

/** A correction if `from` is the first day of the current period; a change if it is later. */
export const changeInput = z.extend(agencyAttributes, { agencyId, version, from: since, reason });
export type ChangeInput = z.infer<typeof changeInput>;

export const contactInput = z.strictObject({ agencyId, version, contact: agencyContact });
export type ContactInput = z.infer<typeof contactInput>;

export const dissolveInput = z.strictObject({ agencyId, version, on: since, reason });
export type DissolveInput = z.infer<typeof dissolveInput>;

/** A successor: an existing agency, or a new one. */
const successor = z.union([z.strictObject({ agencyId }), agencyAttributes]);
export type Successor = z.infer<typeof successor>;

const few = z.array(agencyId).check(z.minLength(1), z.maxLength(50));

export const mergeInput = z.strictObject({ agencyIds: few, into: successor, on: since, reason });
export type MergeInput = z.infer<typeof mergeInput>;

export const splitInput = z.strictObject({
  agencyId,
  into: z.array(successor).check(z.minLength(1), z.maxLength(50)),
  /** Whether the agency itself continues. */
  goesOn: z.boolean(),
  on: since,
  reason,
});
export type SplitInput = z.infer<typeof splitInput>;

/** The agency that was entered or changed, with its remarks. */
export const registerUpdate = z.strictObject({ agencyId, remarks: z.readonly(z.array(remark)) });
export type RegisterUpdate = z.infer<typeof registerUpdate>;

export const registerUpdates = z.array(registerUpdate);
