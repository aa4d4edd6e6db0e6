import { publicProcedure } from '../trpc.ts';
import { digestRef, publishedReport } from './schemas.ts';

export const byDigestProcedure = publicProcedure
  .input(digestRef)
  .output(publishedReport)
  .query(({ ctx, input }) => ctx.services.report.byDigest(input.digest));
