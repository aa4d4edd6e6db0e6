import * as z from 'zod/mini';
import { drafterProcedure } from '../trpc.ts';
import { tokensOf, tokenSummary } from './schemas.ts';

export const listProcedure = drafterProcedure
  .input(tokensOf)
  .output(z.array(tokenSummary))
  .query(({ ctx, input }) => ctx.services.token.list(input.agencyId));
