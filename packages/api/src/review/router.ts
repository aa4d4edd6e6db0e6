import * as z from 'zod/mini';
import { reportKey } from '../common/schemas.ts';
import { anyMemberProcedure, drafterProcedure, memberProcedure, reviewerProcedure, router } from '../trpc.ts';
import {
  acceptInput,
  history,
  recallInput,
  replyInput,
  returnInput,
  revisionRef,
  submitInput,
  submitted,
  submittedRevision,
  workItem,
} from './schemas.ts';
import { reopened } from '../draft/schemas.ts';

export const reviewRouter = router({
  accept: reviewerProcedure
    .input(acceptInput)
    .mutation(({ ctx, input }) => ctx.services.review.accept(ctx.user, input)),
  history: memberProcedure
    .input(reportKey)
    .output(history)
    .query(({ ctx, input }) => ctx.services.review.history(input)),
  list: anyMemberProcedure.output(z.array(workItem)).query(({ ctx }) => ctx.services.review.list(ctx.agencyIds)),
  recall: drafterProcedure
    .input(recallInput)
    .output(reopened)
    .mutation(({ ctx, input }) => ctx.services.review.recall(ctx.user, input)),
  reply: drafterProcedure.input(replyInput).mutation(({ ctx, input }) => ctx.services.review.reply(ctx.user, input)),
  return: reviewerProcedure
    .input(returnInput)
    .output(reopened)
    .mutation(({ ctx, input }) => ctx.services.review.returnForRevision(ctx.user, input)),
  revision: memberProcedure
    .input(revisionRef)
    .output(submittedRevision)
    .query(async ({ ctx, input }) => {
      const { account, review } = ctx.services;
      // A drafter must not learn of other bodies' reports before they are public.
      const peers = await account.hasRoleAbove(ctx.user, ['reviewer'], input.agencyId);
      return review.revision(input, { peers });
    }),
  submit: drafterProcedure
    .input(submitInput)
    .output(submitted)
    .mutation(({ ctx, input }) => ctx.services.review.submit(ctx.user, input)),
});
