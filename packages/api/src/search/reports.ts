import { publicProcedure } from '../trpc.ts';
import { searchInput, searchResult } from './schemas.ts';

export const reportsProcedure = publicProcedure
  .input(searchInput)
  .output(searchResult)
  .query(({ ctx, input }) => ctx.services.search.reports(input));
