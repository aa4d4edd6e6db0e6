import * as z from 'zod/mini';
import { ApiError } from '../common/errors.ts';
import { formInput } from '../common/form-fields.ts';
import { reportKey } from '../common/schemas.ts';
import { anyDrafterProcedure, router } from '../trpc.ts';
import { readResult, textInput, type TextInput, toldInput } from './schemas.ts';
import { file, readUpload } from './upload.ts';

const readInput = z.union([textInput, z.extend(toldInput, { file })]);

export const importRouter = router({
  /**
   * Accepts pasted text as JSON, or a form with a document in its field `file` and its description in `input`. If the
   * input names a report that cannot be started, the document is not read.
   */
  read: anyDrafterProcedure
    .input(formInput<TextInput, typeof readInput>(readInput))
    .output(readResult)
    .mutation(async ({ ctx, input: { agencyId, kind, ...input } }) => {
      if (agencyId !== undefined || kind !== undefined) {
        const key = reportKey.parse({ agencyId, year: input.year, kind });
        if (!ctx.agencyIds.includes(key.agencyId)) throw new ApiError('forbidden');
        await ctx.services.draft.requireStartable(key);
      }
      if (!('file' in input)) return ctx.services.import.readText(input);
      const { file: sent, ...told } = input;
      return ctx.services.import.read(await readUpload(sent), told);
    }),
});
