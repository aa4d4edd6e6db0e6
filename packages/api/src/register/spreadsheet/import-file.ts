import { record } from '../../audit/record.ts';
import type { Actor } from '../../common/actor.ts';
import { toDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import type { Upload } from '../../import/upload.ts';
import { withRegister } from '../with-register.ts';
import { Register } from '../register.ts';
import { plan } from './import-plan.ts';
import { readLines } from './read-rows.ts';
import type { FilePlan } from './schemas.ts';

/** Returns what each row of a file would do. Nothing is written. @throws {ApiError} too_large, unreadable_file */
export async function previewFile({ db, clock }: Dependencies, file: Upload): Promise<FilePlan> {
  const lines = await readLines(file);
  return plan(await Register.load(db, toDay(clock())), lines).plan;
}

/**
 * Applies a whole file or nothing: only the plan that the user has seen, and only without errors.
 * @throws {ApiError} too_large, unreadable_file, stale_plan, invalid_agency
 */
export async function applyFile(deps: Dependencies, actor: Actor, file: Upload, digest: string): Promise<FilePlan> {
  const lines = await readLines(file);
  return withRegister(deps, async (register, deps) => {
    const { plan: planned, changes } = plan(register, lines);
    if (planned.digest !== digest) throw new ApiError('stale_plan');
    if (planned.counts.error > 0)
      throw new ApiError('invalid_agency', `文件中还有 ${planned.counts.error} 行有错，请改正文件后重新预览`);
    for (const { line, agencyId, before, after } of changes) {
      const note = `${file.name} 第 ${line} 行`;
      await record(deps, actor, { action: 'register.applyFile', agencyId, before, after, note });
    }
    return planned;
  });
}
