import { reviewerProcedure } from '../trpc.ts';
import { roundKey, board } from './schemas.ts';

export const boardProcedure = reviewerProcedure
  .input(roundKey)
  .output(board)
  .query(({ ctx, input }) => ctx.services.round.board(input));
