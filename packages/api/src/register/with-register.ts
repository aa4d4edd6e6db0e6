import { lockAgencies } from '@gongkai/db/agency';
import type { NewAgency } from '../agency/schemas.ts';
import { toDay } from '@gongkai/schema/calendar';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { Register } from './register.ts';

/** Runs changes of the register in a transaction, validated against all agencies, which are locked meanwhile. */
export function withRegister<T>(
  deps: Dependencies,
  steps: (register: Register, deps: Dependencies) => Promise<T> | T,
): Promise<T> {
  return inTransaction(deps, async (deps) => {
    await lockAgencies(deps.db);
    const register = await Register.load(deps.db, toDay(deps.clock()));
    const result = await steps(register, deps);
    await register.save(deps.db);
    return result;
  });
}

/** Creates an agency on behalf of the system (no actor, no audit entry). @returns its id @throws {ApiError} invalid_agency */
export function createAgency(deps: Dependencies, { id, validFrom, ...attributes }: NewAgency): Promise<string> {
  return withRegister(deps, (register) => register.create(attributes, validFrom, id));
}
