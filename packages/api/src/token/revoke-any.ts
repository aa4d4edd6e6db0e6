import { securityAdministratorProcedure } from '../trpc.ts';
import { tokenRef } from './schemas.ts';

export const revokeAnyProcedure = securityAdministratorProcedure
  .input(tokenRef)
  .mutation(({ ctx, input }) => ctx.services.token.revoke(ctx.user, input));
