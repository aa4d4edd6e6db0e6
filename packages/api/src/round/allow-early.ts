import { reviewerProcedure } from '../trpc.ts';
import { allowEarlySubmissionInput } from './schemas.ts';

export const allowEarlySubmissionProcedure = reviewerProcedure
  .input(allowEarlySubmissionInput)
  .mutation(({ ctx, input }) => ctx.services.round.allowEarlySubmission(ctx.user, input));
