import { securityAdministratorProcedure } from '../trpc.ts';
import { handOverInput, handedOver } from './schemas.ts';

export const handOverProcedure = securityAdministratorProcedure
  .input(handOverInput)
  .output(handedOver)
  .mutation(({ ctx, input }) => ctx.services.account.handOver(ctx.user, input));
