import { systemAdministratorProcedure } from '../trpc.ts';
import { createInput, kept } from './schemas.ts';

export const createProcedure = systemAdministratorProcedure
  .input(createInput)
  .output(kept)
  .mutation(({ ctx, input }) => ctx.services.register.create(ctx.user, input));
