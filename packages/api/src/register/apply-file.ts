import { formInput } from '../common/form-fields.ts';
import { readUpload } from '../import/upload.ts';
import { systemAdministratorProcedure } from '../trpc.ts';
import { applyInput, filePlan } from './file/schemas.ts';

/** A form with the file in its field `file`, and in `digest` which plan of it was seen. */
export const applyFileProcedure = systemAdministratorProcedure
  .input(formInput<never, typeof applyInput>(applyInput))
  .output(filePlan)
  .mutation(async ({ ctx, input: { file, digest } }) =>
    ctx.services.register.applyFile(ctx.user, await readUpload(file), digest),
  );
