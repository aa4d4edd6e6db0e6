import { systemAdministratorProcedure } from '../trpc.ts';
import { changeInput, kept } from './schemas.ts';

export const changeProcedure = systemAdministratorProcedure
  .input(changeInput)
  .output(kept)
  .mutation(({ ctx, input }) => ctx.services.register.change(ctx.user, input));
