import { systemAdministratorProcedure } from '../trpc.ts';
import { exportedFile, exportInput } from './file/schemas.ts';

export const exportFileProcedure = systemAdministratorProcedure
  .input(exportInput)
  .output(exportedFile)
  .query(({ ctx, input }) => ctx.services.register.exportFile(input));
