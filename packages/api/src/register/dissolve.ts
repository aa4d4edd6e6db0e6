import { systemAdministratorProcedure } from '../trpc.ts';
import { dissolveInput, kept } from './schemas.ts';

export const dissolveProcedure = systemAdministratorProcedure
  .input(dissolveInput)
  .output(kept)
  .mutation(({ ctx, input }) => ctx.services.register.dissolve(ctx.user, input));
