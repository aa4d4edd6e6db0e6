import { drafterProcedure } from '../trpc.ts';
import { recallInput, reopened } from './schemas.ts';

export const recallProcedure = drafterProcedure
  .input(recallInput)
  .output(reopened)
  .mutation(({ ctx, input }) => ctx.services.review.recall(ctx.user, input));
