import * as z from 'zod/mini';
import { securityAdministratorProcedure } from '../trpc.ts';
import { accountRef } from './schemas.ts';

export const resetSecondFactorProcedure = securityAdministratorProcedure
  .input(accountRef)
  .output(z.void())
  .mutation(({ ctx, input }) => ctx.services.account.resetSecondFactor(ctx.user, input));
