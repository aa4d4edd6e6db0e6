import * as z from 'zod/mini';
import { anyMemberProcedure } from '../trpc.ts';
import { workItem } from './schemas.ts';

export const listProcedure = anyMemberProcedure
  .output(z.array(workItem))
  .query(({ ctx }) => ctx.services.review.list(ctx.agencyIds));
