import { memberProcedure } from '../trpc.ts';
import { cellParts, cellInput } from './schemas.ts';

export const cellProcedure = memberProcedure
  .input(cellInput)
  .output(cellParts)
  .query(({ ctx, input }) => ctx.services.rollup.cell(input));
