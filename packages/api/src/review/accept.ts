import { reviewerProcedure } from '../trpc.ts';
import { acceptInput } from './schemas.ts';

export const acceptProcedure = reviewerProcedure
  .input(acceptInput)
  .mutation(({ ctx, input }) => ctx.services.review.accept(ctx.user, input));
