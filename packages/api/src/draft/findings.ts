import { reportKey } from '../common/schemas.ts';
import { drafterProcedure } from '../trpc.ts';
import { draftFindings } from './schemas.ts';

/** Asked for after a save: what the clerk's own browser cannot find, such as sums that no longer hold. */
export const findingsProcedure = drafterProcedure
  .input(reportKey)
  .output(draftFindings)
  .query(({ ctx, input }) => ctx.services.draft.findings(input));
