import * as z from 'zod/mini';
import { publicProcedure } from '../trpc.ts';
import { latestInput, reportSummary } from './schemas.ts';

export const latestProcedure = publicProcedure
  .input(latestInput)
  .output(z.array(reportSummary))
  .query(({ ctx, input }) => ctx.services.report.latest(input.limit));
