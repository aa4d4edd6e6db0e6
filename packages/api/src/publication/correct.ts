import { reopened } from '../review/schemas.ts';
import { drafterProcedure } from '../trpc.ts';
import { correctInput } from './schemas.ts';

/** The drafter's: it changes nothing that the public sees until a reviewer and a publisher agreed. */
export const correctProcedure = drafterProcedure
  .input(correctInput)
  .output(reopened)
  .mutation(({ ctx, input }) => ctx.services.publication.correct(ctx.user, input));
