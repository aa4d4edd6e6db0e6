import { drafterProcedure } from '../trpc.ts';
import { replyInput } from './schemas.ts';

export const replyProcedure = drafterProcedure
  .input(replyInput)
  .mutation(({ ctx, input }) => ctx.services.review.reply(ctx.user, input));
