import { drafterProcedure } from '../trpc.ts';
import { lockedKey } from './schemas.ts';

export const discardProcedure = drafterProcedure
  .input(lockedKey)
  .mutation(({ ctx, input }) => ctx.services.draft.discard(ctx.user, input));
