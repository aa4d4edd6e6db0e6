import * as z from 'zod/mini';
import { publicProcedure, router } from '../trpc.ts';
import { agencyPage, agencyRef, agencySummary } from './schemas.ts';

export const agencyRouter = router({
  get: publicProcedure
    .input(agencyRef)
    .output(agencyPage)
    .query(({ ctx, input }) => ctx.services.agency.page(input.id)),
  list: publicProcedure.output(z.array(agencySummary)).query(({ ctx }) => ctx.services.agency.list()),
});
