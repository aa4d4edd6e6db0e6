import { reviewerProcedure } from '../trpc.ts';
import { reopened, returnInput } from './schemas.ts';

export const returnProcedure = reviewerProcedure
  .input(returnInput)
  .output(reopened)
  .mutation(({ ctx, input }) => ctx.services.review.giveBack(ctx.user, input));
