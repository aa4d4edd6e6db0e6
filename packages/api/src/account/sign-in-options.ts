import { publicProcedure } from '../trpc.ts';
import { signInOptions } from './schemas.ts';

export const signInOptionsProcedure = publicProcedure
  .output(signInOptions)
  .query(({ ctx }) => ctx.services.account.signInOptions());
