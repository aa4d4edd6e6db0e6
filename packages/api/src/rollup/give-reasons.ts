import { drafterProcedure } from '../trpc.ts';
import { giveReasonsInput } from './schemas.ts';

export const giveReasonsProcedure = drafterProcedure
  .input(giveReasonsInput)
  .mutation(({ ctx, input }) => ctx.services.rollup.giveReasons(ctx.user, input));
