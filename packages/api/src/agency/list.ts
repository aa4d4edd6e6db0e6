import * as z from 'zod/mini';
import { publicProcedure } from '../trpc.ts';
import { agencySummary } from './schemas.ts';

export const listProcedure = publicProcedure
  .output(z.array(agencySummary))
  .query(({ ctx }) => ctx.services.agency.list());
