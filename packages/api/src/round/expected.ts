import * as z from 'zod/mini';
import { anyDrafterProcedure } from '../trpc.ts';
import { expectedReport } from './schemas.ts';

export const expectedProcedure = anyDrafterProcedure
  .output(z.array(expectedReport))
  .query(({ ctx }) => ctx.services.round.expected(ctx.agencyIds));
