import { reportKey } from '../common/schemas.ts';
import { publicProcedure } from '../trpc.ts';
import { publishedReport } from './schemas.ts';

export const getProcedure = publicProcedure
  .input(reportKey)
  .output(publishedReport)
  .query(({ ctx, input }) => ctx.services.report.get(input));
