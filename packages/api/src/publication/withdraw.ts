import { publisherProcedure } from '../trpc.ts';
import { withdrawInput } from './schemas.ts';

export const withdrawProcedure = publisherProcedure
  .input(withdrawInput)
  .mutation(({ ctx, input }) => ctx.services.publication.withdraw(ctx.user, input));
