import { reviewerProcedure } from '../trpc.ts';
import { remindersInput, mailed } from './schemas.ts';

export const mailRemindersProcedure = reviewerProcedure
  .input(remindersInput)
  .output(mailed)
  .mutation(({ ctx, input }) => ctx.services.round.mailReminders(ctx.user, input));
