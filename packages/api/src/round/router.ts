import * as z from 'zod/mini';
import { anyDrafterProcedure, publicProcedure, reviewerProcedure, router } from '../trpc.ts';
import {
  allowEarlySubmissionInput,
  announceInput,
  board,
  changeDueInput,
  excludeInput,
  expectedReport,
  extendInput,
  includeInput,
  mailed,
  publicBoard,
  reminders,
  remindersInput,
  roundKey,
  roundSummary,
  setLockInput,
} from './schemas.ts';

export const roundRouter = router({
  allowEarlySubmission: reviewerProcedure
    .input(allowEarlySubmissionInput)
    .mutation(({ ctx, input }) => ctx.services.round.allowEarlySubmission(ctx.user, input)),
  announce: reviewerProcedure
    .input(announceInput)
    .mutation(({ ctx, input }) => ctx.services.round.announce(ctx.user, input)),
  board: reviewerProcedure
    .input(roundKey)
    .output(board)
    .query(({ ctx, input }) => ctx.services.round.board(input)),
  changeDue: reviewerProcedure
    .input(changeDueInput)
    .mutation(({ ctx, input }) => ctx.services.round.changeDue(ctx.user, input)),
  exclude: reviewerProcedure
    .input(excludeInput)
    .mutation(({ ctx, input }) => ctx.services.round.exclude(ctx.user, input)),
  expected: anyDrafterProcedure
    .output(z.array(expectedReport))
    .query(({ ctx }) => ctx.services.round.expected(ctx.agencyIds)),
  extend: reviewerProcedure.input(extendInput).mutation(({ ctx, input }) => ctx.services.round.extend(ctx.user, input)),
  get: publicProcedure
    .input(roundKey)
    .output(publicBoard)
    .query(({ ctx, input }) => ctx.services.round.get(input)),
  include: reviewerProcedure
    .input(includeInput)
    .mutation(({ ctx, input }) => ctx.services.round.include(ctx.user, input)),
  list: publicProcedure.output(z.array(roundSummary)).query(({ ctx }) => ctx.services.round.list()),
  mailReminders: reviewerProcedure
    .input(remindersInput)
    .output(mailed)
    .mutation(({ ctx, input }) => ctx.services.round.mailReminders(ctx.user, input)),
  reminders: reviewerProcedure
    .input(remindersInput)
    .output(reminders)
    .query(({ ctx, input }) => ctx.services.round.reminders(input)),
  setLock: reviewerProcedure
    .input(setLockInput)
    .mutation(({ ctx, input }) => ctx.services.round.setLock(ctx.user, input)),
});
