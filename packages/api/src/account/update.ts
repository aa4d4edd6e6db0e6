import * as z from 'zod/mini';
import { securityAdministratorProcedure } from '../trpc.ts';
import { accountDetails } from './schemas.ts';

export const updateProcedure = securityAdministratorProcedure
  .input(accountDetails)
  .output(z.void())
  .mutation(({ ctx, input }) => ctx.services.account.update(ctx.user, input));
