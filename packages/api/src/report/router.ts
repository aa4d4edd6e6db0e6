import { router } from '../trpc.ts';
import { addressesProcedure } from './addresses.ts';
import { byDigestProcedure } from './by-digest.ts';
import { getProcedure } from './get.ts';
import { latestProcedure } from './latest.ts';
import { yearsProcedure } from './years.ts';

export const reportRouter = router({
  addresses: addressesProcedure,
  byDigest: byDigestProcedure,
  get: getProcedure,
  latest: latestProcedure,
  years: yearsProcedure,
});
