import { memberProcedure } from '../trpc.ts';
import { revisionRef, submittedRevision } from './schemas.ts';

export const revisionProcedure = memberProcedure
  .input(revisionRef)
  .output(submittedRevision)
  .query(({ ctx, input }) => ctx.services.review.revision(input));
