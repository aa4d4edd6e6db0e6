import { router } from '../trpc.ts';
import { byDigestProcedure } from './by-digest.ts';
import { getProcedure } from './get.ts';
import { latestProcedure } from './latest.ts';

export const reportRouter = router({ byDigest: byDigestProcedure, get: getProcedure, latest: latestProcedure });
