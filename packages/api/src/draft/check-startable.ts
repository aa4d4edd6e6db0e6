import { reportKey } from '../common/schemas.ts';
import { drafterProcedure } from '../trpc.ts';
import { startable } from './schemas.ts';

/** Asked for before a document's draft is made; fails as `draft.start` would where the report is under way or public. */
export const checkStartableProcedure = drafterProcedure
  .input(reportKey)
  .output(startable)
  .query(async ({ ctx, input }) => {
    await ctx.services.draft.requireStartable(input);
    return { startable: true } as const;
  });
