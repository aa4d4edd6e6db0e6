import { reportKey } from '../common/schemas.ts';
import { drafterProcedure } from '../trpc.ts';
import { draft } from './schemas.ts';

export const getProcedure = drafterProcedure
  .input(reportKey)
  .output(draft)
  .query(({ ctx, input }) => ctx.services.draft.get(input));
