import { memberProcedure } from '../trpc.ts';
import { rollUpView, consolidatedKey } from './schemas.ts';

export const getProcedure = memberProcedure
  .input(consolidatedKey)
  .output(rollUpView)
  .query(({ ctx, input }) => ctx.services.rollup.get(input));
