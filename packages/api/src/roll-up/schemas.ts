import { limits, type Value } from '@gongkai/schema';
import * as z from 'zod/mini';
import { agencyId, day, digest, instant, line, prose, reportKind, year } from '../common/schemas.ts';
import { reportState, stage } from '../common/report-state.ts';
import { absenceCause } from '../report/schemas.ts';
import { agencyKind } from '../common/agency-attributes.ts';

/** Identifies a government's consolidated report of a year. */
export const consolidatedKey = z.strictObject({ agencyId, year });
export type ConsolidatedKey = z.infer<typeof consolidatedKey>;

const value = z.custom<Value>();
const cellName = z.string().check(z.maxLength(limits.cell));

/** Why a body is missing; published with the report. */
export const absenceReason = z.strictObject({ bodyId: agencyId, reason: line(500) });

/** What to do with cells that were edited by hand. */
export const editedCells = z.enum(['keep', 'replace']);

export const generateInput = z.extend(consolidatedKey, { edited: z._default(editedCells, 'keep') });
export type GenerateInput = z.infer<typeof generateInput>;

/** `publicNote` is required if the report is public, because a correction is opened. */
export const takeInInput = z.extend(generateInput, { publicNote: z.optional(prose(2_000)) });
export type TakeInInput = z.infer<typeof takeInInput>;

export const giveReasonsInput = z.extend(consolidatedKey, {
  reasons: z.array(absenceReason).check(z.minLength(1), z.maxLength(1_000)),
});
export type GiveReasonsInput = z.infer<typeof giveReasonsInput>;

/** A cell whose figure in the draft is not the sum. */
export const editedCell = z.strictObject({ cell: z.string(), code: z.string(), value, sum: value });
export type EditedCell = z.infer<typeof editedCell>;

export const generated = z.strictObject({
  lockVersion: z.int(),
  /** Number of reports added up. */
  parts: z.int(),
  /** Names of due bodies without an approved report; each needs a reason. */
  missing: z.array(z.string()),
  edited: z.array(editedCell),
});
export type Generated = z.infer<typeof generated>;

const includedRevision = z.strictObject({ revision: z.int(), digest });

/** A body below the government: the revision that was added up, and the one that would be now. */
export const child = z.strictObject({
  agencyId,
  agencyName: z.string(),
  agencyKind,
  kind: reportKind,
  stage,
  /** The last day, an extension included, and the day on which it was first submitted. */
  lastDay: day,
  handedInOn: z.nullable(day),
  late: z.boolean(),
  included: z.nullable(includedRevision),
  current: z.nullable(includedRevision),
  absence: z.optional(z.strictObject({ cause: absenceCause, reason: z.optional(z.string()) })),
});
export type Child = z.infer<typeof child>;

const changedCell = z.strictObject({ cell: z.string(), code: z.string(), before: value, after: value });

/** Change of a body's report since the roll-up: another revision, no revision any more, or a new one. */
export const drift = z.strictObject({
  agencyId,
  agencyName: z.string(),
  type: z.enum(['changed', 'gone', 'added']),
  cells: z.array(changedCell),
});
export type Drift = z.infer<typeof drift>;

export const rollUpView = z.strictObject({
  agencyId,
  agencyName: z.string(),
  year,
  state: reportState,
  children: z.array(child),
  /** The roll-up on which the draft, or the last revision, is based. */
  generated: z.nullable(z.strictObject({ number: z.int(), at: instant })),
  edited: z.array(editedCell),
  drift: z.array(drift),
  /** Changes of the sums if the drift is included. */
  effect: z.array(changedCell),
});
export type RollUpView = z.infer<typeof rollUpView>;

/** A cell by its key or official code. */
export const cellInput = z.extend(consolidatedKey, { cell: cellName });
export type CellInput = z.infer<typeof cellInput>;

/** A cell of the consolidated report with the figure of each body. */
export const cellParts = z.strictObject({
  cell: z.string(),
  code: z.string(),
  value,
  sum: value,
  parts: z.array(z.strictObject({ agencyId, agencyName: z.string(), value, ...includedRevision.shape })),
});
export type CellParts = z.infer<typeof cellParts>;
