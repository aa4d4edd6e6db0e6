import { securityAdministratorProcedure } from '../trpc.ts';
import { accountPage, accountQuery } from './schemas.ts';

export const listProcedure = securityAdministratorProcedure
  .input(accountQuery)
  .output(accountPage)
  .query(({ ctx, input }) => ctx.services.account.list(input));
