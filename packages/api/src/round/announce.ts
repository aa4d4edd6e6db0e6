import { reviewerProcedure } from '../trpc.ts';
import { announceInput } from './schemas.ts';

export const announceProcedure = reviewerProcedure
  .input(announceInput)
  .mutation(({ ctx, input }) => ctx.services.round.announce(ctx.user, input));
