import { publicProcedure } from '../trpc.ts';
import { claimed, claimFirstInput } from './schemas.ts';

export const claimFirstProcedure = publicProcedure
  .input(claimFirstInput)
  .output(claimed)
  .mutation(({ ctx, input }) => ctx.services.account.claimFirst(input));
