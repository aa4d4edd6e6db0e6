import { router } from '../trpc.ts';
import { changeProcedure } from './change.ts';
import { createProcedure } from './create.ts';
import { dissolveProcedure } from './dissolve.ts';
import { historyProcedure } from './history.ts';
import { mergeProcedure } from './merge.ts';
import { setContactProcedure } from './set-contact.ts';
import { splitProcedure } from './split.ts';
import { treeProcedure } from './tree.ts';

export const registerRouter = router({
  change: changeProcedure,
  create: createProcedure,
  dissolve: dissolveProcedure,
  history: historyProcedure,
  merge: mergeProcedure,
  setContact: setContactProcedure,
  split: splitProcedure,
  tree: treeProcedure,
});
