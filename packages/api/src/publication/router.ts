import { router } from '../trpc.ts';
import { correctProcedure } from './correct.ts';
import { publishArchivedProcedure } from './publish-archived.ts';
import { publishProcedure } from './publish.ts';
import { scheduleProcedure } from './schedule.ts';
import { unscheduleProcedure } from './unschedule.ts';
import { withdrawProcedure } from './withdraw.ts';

export const publicationRouter = router({
  correct: correctProcedure,
  publish: publishProcedure,
  publishArchived: publishArchivedProcedure,
  schedule: scheduleProcedure,
  unschedule: unscheduleProcedure,
  withdraw: withdrawProcedure,
});
