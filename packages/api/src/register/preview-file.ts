import { formInput } from '../common/form-fields.ts';
import { readUpload } from '../import/upload.ts';
import { systemAdministratorProcedure } from '../trpc.ts';
import { filePlan, previewInput } from './file/schemas.ts';

/** A form with the file in its field `file`. */
export const previewFileProcedure = systemAdministratorProcedure
  .input(formInput<never, typeof previewInput>(previewInput))
  .output(filePlan)
  .mutation(async ({ ctx, input }) => ctx.services.register.previewFile(await readUpload(input.file)));
