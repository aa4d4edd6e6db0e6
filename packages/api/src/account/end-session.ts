import * as z from 'zod/mini';
import { signedInProcedure } from '../trpc.ts';
import { sessionRef } from './schemas.ts';

export const endSessionProcedure = signedInProcedure
  .input(sessionRef)
  .output(z.void())
  .mutation(({ ctx, input }) => ctx.services.account.endSession(ctx.user, input));
