import { memberProcedure } from '../trpc.ts';
import { revisionRef, submittedRevision } from './schemas.ts';

export const revisionProcedure = memberProcedure
  .input(revisionRef)
  .output(submittedRevision)
  .query(async ({ ctx, input }) => {
    const { account, review } = ctx.services;
    // A drafter learns nothing of other bodies' reports before they are public.
    const peers = await account.hasRoleAbove(ctx.user, ['reviewer'], input.agencyId);
    return review.revision(input, { peers });
  });
