import { reviewerProcedure } from '../trpc.ts';
import { setLockInput } from './schemas.ts';

export const setLockProcedure = reviewerProcedure
  .input(setLockInput)
  .mutation(({ ctx, input }) => ctx.services.round.setLock(ctx.user, input));
