import { drafterProcedure, memberProcedure, router } from '../trpc.ts';
import {
  cellInput,
  cellParts,
  consolidatedKey,
  generated,
  generateInput,
  giveReasonsInput,
  rollUpView,
  takeInInput,
} from './schemas.ts';

export const rollupRouter = router({
  cell: memberProcedure
    .input(cellInput)
    .output(cellParts)
    .query(({ ctx, input }) => ctx.services.rollup.cell(input)),
  generate: drafterProcedure
    .input(generateInput)
    .output(generated)
    .mutation(({ ctx, input }) => ctx.services.rollup.generate(ctx.user, input)),
  get: memberProcedure
    .input(consolidatedKey)
    .output(rollUpView)
    .query(({ ctx, input }) => ctx.services.rollup.get(input)),
  giveReasons: drafterProcedure
    .input(giveReasonsInput)
    .mutation(({ ctx, input }) => ctx.services.rollup.giveReasons(ctx.user, input)),
  takeIn: drafterProcedure
    .input(takeInInput)
    .output(generated)
    .mutation(({ ctx, input }) => ctx.services.rollup.takeIn(ctx.user, input)),
});
