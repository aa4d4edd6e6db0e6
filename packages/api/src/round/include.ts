import { reviewerProcedure } from '../trpc.ts';
import { includeInput } from './schemas.ts';

export const includeProcedure = reviewerProcedure
  .input(includeInput)
  .mutation(({ ctx, input }) => ctx.services.round.include(ctx.user, input));
