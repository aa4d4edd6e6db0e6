import * as z from 'zod/mini';
import { securityAdministratorProcedure } from '../trpc.ts';
import { roleChange } from './schemas.ts';

export const changeRolesProcedure = securityAdministratorProcedure
  .input(roleChange)
  .output(z.void())
  .mutation(({ ctx, input }) => ctx.services.account.changeRoles(ctx.user, input));
