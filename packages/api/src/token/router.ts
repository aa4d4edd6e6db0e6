import { router } from '../trpc.ts';
import { createProcedure } from './create.ts';
import { listAllProcedure } from './list-all.ts';
import { listProcedure } from './list.ts';
import { revokeAnyProcedure } from './revoke-any.ts';
import { revokeProcedure } from './revoke.ts';

export const tokenRouter = router({
  create: createProcedure,
  list: listProcedure,
  listAll: listAllProcedure,
  revoke: revokeProcedure,
  revokeAny: revokeAnyProcedure,
});
