import type { Agency } from '@gongkai/db/agency';
import { record } from '../../audit/record.ts';
import type { Actor } from '../../common/actor.ts';
import type { Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import { withRegister } from '../with-register.ts';
import type { Register } from '../register.ts';
import { warningsOf } from '../warnings.ts';
import type { ChangeInput, ContactInput, CreateInput, DissolveInput, RegisterUpdate } from '../schemas.ts';

/** Creates an agency. @throws {ApiError} invalid_agency */
export function create(
  deps: Dependencies,
  actor: Actor,
  { validFrom, ...attributes }: CreateInput,
): Promise<RegisterUpdate> {
  return withRegister(deps, async (register, deps) => {
    const agencyId = register.create(attributes, validFrom);
    await record(deps, actor, { action: 'register.create', agencyId, after: register.get(agencyId) });
    return toUpdateResult(register, agencyId);
  });
}

/**
 * Renames, moves or otherwise changes an agency from a day on, or corrects its current period.
 * @throws {ApiError} not_found, stale_agency, invalid_agency
 */
export function change(deps: Dependencies, actor: Actor, input: ChangeInput): Promise<RegisterUpdate> {
  const { agencyId, version, from, reason, ...attributes } = input;
  return withRegister(deps, async (register, deps) => {
    const before = seen(register, agencyId, version);
    register.change(agencyId, from, attributes);
    const after = register.get(agencyId);
    await record(deps, actor, { action: 'register.change', agencyId, before, after, note: reason });
    return toUpdateResult(register, agencyId);
  });
}

/** Sets the public contact details of an agency. @throws {ApiError} not_found, stale_agency */
export function setContact(deps: Dependencies, actor: Actor, input: ContactInput): Promise<RegisterUpdate> {
  const { agencyId, version, contact } = input;
  return withRegister(deps, async (register, deps) => {
    seen(register, agencyId, version);
    const before = register.contactOf(agencyId);
    register.setContact(agencyId, contact);
    await record(deps, actor, { action: 'register.setContact', agencyId, before, after: contact });
    return toUpdateResult(register, agencyId);
  });
}

/**
 * Dissolves an agency without a successor. Its reports and its last attributes are kept.
 * @throws {ApiError} not_found, stale_agency, invalid_agency
 */
export function dissolve(deps: Dependencies, actor: Actor, input: DissolveInput): Promise<RegisterUpdate> {
  const { agencyId, version, on, reason } = input;
  return withRegister(deps, async (register, deps) => {
    const before = seen(register, agencyId, version);
    register.dissolve(agencyId, on);
    const after = register.get(agencyId);
    await record(deps, actor, { action: 'register.dissolve', agencyId, before, after, note: reason });
    return toUpdateResult(register, agencyId);
  });
}

/**
 * Returns the agency if it is still in the version that the caller has seen.
 * @throws {ApiError} not_found, stale_agency
 */
function seen(register: Register, agencyId: string, version: string): Agency {
  const now = register.get(agencyId);
  if (register.versionOf(agencyId) !== version) throw new ApiError('stale_agency');
  return now;
}

export function toUpdateResult(register: Register, agencyId: string): RegisterUpdate {
  return { agencyId, remarks: warningsOf(register).get(agencyId) ?? [] };
}
