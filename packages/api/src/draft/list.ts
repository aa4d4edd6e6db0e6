import * as z from 'zod/mini';
import { anyDrafterProcedure } from '../trpc.ts';
import { draftSummary } from './schemas.ts';

export const listProcedure = anyDrafterProcedure
  .output(z.array(draftSummary))
  .query(({ ctx }) => ctx.services.draft.list(ctx.agencyIds));
