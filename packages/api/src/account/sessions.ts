import * as z from 'zod/mini';
import { signedInProcedure } from '../trpc.ts';
import { ownSession } from './schemas.ts';

export const sessionsProcedure = signedInProcedure
  .output(z.array(ownSession))
  .query(({ ctx }) => ctx.services.account.sessions(ctx.user));
