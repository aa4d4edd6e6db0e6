import * as z from 'zod/mini';
import { reportKey } from '../common/schemas.ts';
import { publicProcedure, router } from '../trpc.ts';
import {
  addressesInput,
  canonicalReport,
  digestRef,
  latestInput,
  publicYear,
  publishedReport,
  reportAddress,
  reportSummary,
} from './schemas.ts';

export const reportRouter = router({
  addresses: publicProcedure
    .input(addressesInput)
    .output(z.array(reportAddress))
    .query(({ ctx, input }) => ctx.services.report.addresses(input)),
  byDigest: publicProcedure
    .input(digestRef)
    .output(publishedReport)
    .query(({ ctx, input }) => ctx.services.report.byDigest(input.digest)),
  canonical: publicProcedure
    .input(z.union([reportKey, digestRef]))
    .output(canonicalReport)
    .query(({ ctx, input }) => ctx.services.report.canonical(input)),
  get: publicProcedure
    .input(reportKey)
    .output(publishedReport)
    .query(({ ctx, input }) => ctx.services.report.get(input)),
  latest: publicProcedure
    .input(latestInput)
    .output(z.array(reportSummary))
    .query(({ ctx, input }) => ctx.services.report.latest(input.limit)),
  years: publicProcedure.output(z.array(publicYear)).query(({ ctx }) => ctx.services.report.years()),
});
