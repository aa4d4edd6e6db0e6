import { reportKey } from '../common/schemas.ts';
import { drafterProcedure, publisherProcedure, router } from '../trpc.ts';
import {
  correctInput,
  publishArchivedInput,
  published,
  publishInput,
  scheduleInput,
  withdrawInput,
} from './schemas.ts';
import { reopened } from '../draft/schemas.ts';

export const publicationRouter = router({
  /** A drafter may call it because the public sees no change until a reviewer and a publisher have agreed. */
  correct: drafterProcedure
    .input(correctInput)
    .output(reopened)
    .mutation(({ ctx, input }) => ctx.services.publication.correct(ctx.user, input)),
  publish: publisherProcedure
    .input(publishInput)
    .output(published)
    .mutation(({ ctx, input }) => ctx.services.publication.publish(ctx.user, input)),
  publishArchived: publisherProcedure
    .input(publishArchivedInput)
    .output(published)
    .mutation(({ ctx, input }) => ctx.services.publication.publishArchived(ctx.user, input)),
  schedule: publisherProcedure
    .input(scheduleInput)
    .mutation(({ ctx, input }) => ctx.services.publication.schedule(ctx.user, input)),
  unschedule: publisherProcedure
    .input(reportKey)
    .mutation(({ ctx, input }) => ctx.services.publication.unschedule(ctx.user, input)),
  withdraw: publisherProcedure
    .input(withdrawInput)
    .mutation(({ ctx, input }) => ctx.services.publication.withdraw(ctx.user, input)),
});
