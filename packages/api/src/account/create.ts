import { securityAdministratorProcedure } from '../trpc.ts';
import { accountToCreate, oneTimePassword } from './schemas.ts';

export const createProcedure = securityAdministratorProcedure
  .input(accountToCreate)
  .output(oneTimePassword)
  .mutation(({ ctx, input }) => ctx.services.account.issue(ctx.user, input));
