import * as z from 'zod/mini';
import { publicProcedure } from '../trpc.ts';
import { roundSummary } from './schemas.ts';

export const listProcedure = publicProcedure
  .output(z.array(roundSummary))
  .query(({ ctx }) => ctx.services.round.list());
