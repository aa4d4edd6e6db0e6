import { systemAdministratorProcedure } from '../trpc.ts';
import { contactInput, kept } from './schemas.ts';

export const setContactProcedure = systemAdministratorProcedure
  .input(contactInput)
  .output(kept)
  .mutation(({ ctx, input }) => ctx.services.register.setContact(ctx.user, input));
