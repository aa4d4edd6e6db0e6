import { publicProcedure, router } from '../trpc.ts';
import { searchInput, searchResult } from './schemas.ts';

export const searchRouter = router({
  reports: publicProcedure
    .input(searchInput)
    .output(searchResult)
    .query(({ ctx, input }) => ctx.services.search.reports(input)),
});
