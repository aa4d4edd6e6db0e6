import { publisherProcedure } from '../trpc.ts';
import { scheduleInput } from './schemas.ts';

export const scheduleProcedure = publisherProcedure
  .input(scheduleInput)
  .mutation(({ ctx, input }) => ctx.services.publication.schedule(ctx.user, input));
