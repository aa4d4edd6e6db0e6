import { router } from '../trpc.ts';
import { getProcedure } from './get.ts';
import { listProcedure } from './list.ts';

export const agencyRouter = router({ get: getProcedure, list: listProcedure });
