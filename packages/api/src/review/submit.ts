import { drafterProcedure } from '../trpc.ts';
import { submitInput, submitted } from './schemas.ts';

export const submitProcedure = drafterProcedure
  .input(submitInput)
  .output(submitted)
  .mutation(({ ctx, input }) => ctx.services.review.submit(ctx.user, input));
