import { securityAdministratorProcedure } from '../trpc.ts';
import { accountRef, oneTimePassword } from './schemas.ts';

export const resetPasswordProcedure = securityAdministratorProcedure
  .input(accountRef)
  .output(oneTimePassword)
  .mutation(({ ctx, input }) => ctx.services.account.resetPassword(ctx.user, input));
