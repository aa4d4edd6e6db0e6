import { systemAdministratorProcedure } from '../trpc.ts';
import { agencyRecord, recordRef } from './schemas.ts';

export const historyProcedure = systemAdministratorProcedure
  .input(recordRef)
  .output(agencyRecord)
  .query(({ ctx, input }) => ctx.services.register.history(input.agencyId));
