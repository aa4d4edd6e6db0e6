import { systemAdministratorProcedure } from '../trpc.ts';
import { kept, mergeInput } from './schemas.ts';

export const mergeProcedure = systemAdministratorProcedure
  .input(mergeInput)
  .output(kept)
  .mutation(({ ctx, input }) => ctx.services.register.merge(ctx.user, input));
