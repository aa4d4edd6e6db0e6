import { reviewerProcedure } from '../trpc.ts';
import { changeDueInput } from './schemas.ts';

export const changeDueProcedure = reviewerProcedure
  .input(changeDueInput)
  .mutation(({ ctx, input }) => ctx.services.round.changeDue(ctx.user, input));
