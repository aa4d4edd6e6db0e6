import { reportKey } from '../common/schemas.ts';
import { publisherProcedure } from '../trpc.ts';

export const unscheduleProcedure = publisherProcedure
  .input(reportKey)
  .mutation(({ ctx, input }) => ctx.services.publication.unschedule(ctx.user, input));
