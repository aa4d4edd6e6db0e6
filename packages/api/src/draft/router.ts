import { router } from '../trpc.ts';
import { checkStartableProcedure } from './check-startable.ts';
import { discardProcedure } from './discard.ts';
import { findingsProcedure } from './findings.ts';
import { getProcedure } from './get.ts';
import { listProcedure } from './list.ts';
import { saveProcedure } from './save.ts';
import { sourceProcedure } from './source.ts';
import { startProcedure } from './start.ts';

export const draftRouter = router({
  checkStartable: checkStartableProcedure,
  discard: discardProcedure,
  findings: findingsProcedure,
  get: getProcedure,
  list: listProcedure,
  save: saveProcedure,
  source: sourceProcedure,
  start: startProcedure,
});
