import { drafterProcedure } from '../trpc.ts';
import { revokeTokenInput } from './schemas.ts';

export const revokeProcedure = drafterProcedure
  .input(revokeTokenInput)
  .mutation(({ ctx, input }) => ctx.services.token.revoke(ctx.user, input));
