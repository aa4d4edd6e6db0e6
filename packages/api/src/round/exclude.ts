import { reviewerProcedure } from '../trpc.ts';
import { excludeInput } from './schemas.ts';

export const excludeProcedure = reviewerProcedure
  .input(excludeInput)
  .mutation(({ ctx, input }) => ctx.services.round.exclude(ctx.user, input));
