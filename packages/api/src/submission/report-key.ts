import * as z from 'zod/mini';
import { ApiError } from '../common/errors.ts';
import { readInput } from '../common/read-input.ts';
import { reportKind, year, type ReportKey } from '../common/schemas.ts';

const naming = z.object({
  year,
  kind: reportKind,
  agency: z.object({ id: z.optional(z.string()) }),
});

/**
 * Reads the key of the report from the JSON, for the agency of the token.
 * @throws {ApiError} invalid_input, token_foreign if the report names another agency
 */
export function keyOf(agencyId: string, json: unknown): ReportKey {
  const { year, kind, agency } = readInput(naming, json);
  if (agency.id !== undefined && agency.id !== agencyId) throw new ApiError('token_foreign');
  return { agencyId, year, kind };
}
