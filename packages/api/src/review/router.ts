import { router } from '../trpc.ts';
import { acceptProcedure } from './accept.ts';
import { historyProcedure } from './history.ts';
import { listProcedure } from './list.ts';
import { recallProcedure } from './recall.ts';
import { replyProcedure } from './reply.ts';
import { returnProcedure } from './return.ts';
import { revisionProcedure } from './revision.ts';
import { submitProcedure } from './submit.ts';

export const reviewRouter = router({
  accept: acceptProcedure,
  history: historyProcedure,
  list: listProcedure,
  recall: recallProcedure,
  reply: replyProcedure,
  return: returnProcedure,
  revision: revisionProcedure,
  submit: submitProcedure,
});
