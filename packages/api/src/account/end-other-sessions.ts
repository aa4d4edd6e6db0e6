import * as z from 'zod/mini';
import { signedInProcedure } from '../trpc.ts';

export const endOtherSessionsProcedure = signedInProcedure
  .output(z.void())
  .mutation(({ ctx }) => ctx.services.account.endOtherSessions(ctx.user));
