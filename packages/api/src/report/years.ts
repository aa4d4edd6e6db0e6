import * as z from 'zod/mini';
import { publicProcedure } from '../trpc.ts';
import { publicYear } from './schemas.ts';

export const yearsProcedure = publicProcedure
  .output(z.array(publicYear))
  .query(({ ctx }) => ctx.services.report.years());
