import { reviewerProcedure } from '../trpc.ts';
import { remindersInput, reminders } from './schemas.ts';

export const remindersProcedure = reviewerProcedure
  .input(remindersInput)
  .output(reminders)
  .query(({ ctx, input }) => ctx.services.round.reminders(input));
