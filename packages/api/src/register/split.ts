import { systemAdministratorProcedure } from '../trpc.ts';
import { keptAll, splitInput } from './schemas.ts';

export const splitProcedure = systemAdministratorProcedure
  .input(splitInput)
  .output(keptAll)
  .mutation(({ ctx, input }) => ctx.services.register.split(ctx.user, input));
