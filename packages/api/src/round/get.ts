import { publicProcedure } from '../trpc.ts';
import { roundKey, publicBoard } from './schemas.ts';

export const getProcedure = publicProcedure
  .input(roundKey)
  .output(publicBoard)
  .query(({ ctx, input }) => ctx.services.round.get(input));
