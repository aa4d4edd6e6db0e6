import { reviewerProcedure } from '../trpc.ts';
import { extendInput } from './schemas.ts';

export const extendProcedure = reviewerProcedure
  .input(extendInput)
  .mutation(({ ctx, input }) => ctx.services.round.extend(ctx.user, input));
