import { drafterProcedure } from '../trpc.ts';
import { generated, takeInInput } from './schemas.ts';

export const takeInProcedure = drafterProcedure
  .input(takeInInput)
  .output(generated)
  .mutation(({ ctx, input }) => ctx.services.rollup.takeIn(ctx.user, input));
