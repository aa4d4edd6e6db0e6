import { reportKey } from '../common/schemas.ts';
import { memberProcedure } from '../trpc.ts';
import { history } from './schemas.ts';

export const historyProcedure = memberProcedure
  .input(reportKey)
  .output(history)
  .query(({ ctx, input }) => ctx.services.review.history(input));
