import * as z from 'zod/mini';
import { sessionProcedure } from '../trpc.ts';
import { passwordChange } from './schemas.ts';

export const changePasswordProcedure = sessionProcedure
  .input(passwordChange)
  .output(z.void())
  .mutation(({ ctx, input }) => ctx.services.account.changePassword(ctx.user, input));
