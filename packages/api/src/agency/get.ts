import { publicProcedure } from '../trpc.ts';
import { agencyPage, agencyRef } from './schemas.ts';

export const getProcedure = publicProcedure
  .input(agencyRef)
  .output(agencyPage)
  .query(({ ctx, input }) => ctx.services.agency.page(input.id));
