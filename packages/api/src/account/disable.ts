import * as z from 'zod/mini';
import { securityAdministratorProcedure } from '../trpc.ts';
import { accountRef } from './schemas.ts';

export const disableProcedure = securityAdministratorProcedure
  .input(accountRef)
  .output(z.void())
  .mutation(({ ctx, input }) => ctx.services.account.disable(ctx.user, input));
