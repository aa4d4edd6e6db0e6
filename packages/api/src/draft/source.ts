import { reportKey } from '../common/schemas.ts';
import { sourceResult } from '../import/schemas.ts';
import { drafterProcedure } from '../trpc.ts';

/** The document that the draft was started from, to be laid beside it. */
export const sourceProcedure = drafterProcedure
  .input(reportKey)
  .output(sourceResult)
  .query(({ ctx, input }) => ctx.services.draft.source(input));
