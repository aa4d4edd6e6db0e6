import { router } from '../trpc.ts';
import { listProcedure } from './list.ts';
import { verifyProcedure } from './verify-trail.ts';

export const auditRouter = router({ list: listProcedure, verify: verifyProcedure });
