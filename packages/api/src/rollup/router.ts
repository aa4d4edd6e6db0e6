import { router } from '../trpc.ts';
import { cellProcedure } from './cell.ts';
import { generateProcedure } from './generate.ts';
import { getProcedure } from './get.ts';
import { giveReasonsProcedure } from './give-reasons.ts';
import { takeInProcedure } from './take-in.ts';

export const rollupRouter = router({
  cell: cellProcedure,
  generate: generateProcedure,
  get: getProcedure,
  giveReasons: giveReasonsProcedure,
  takeIn: takeInProcedure,
});
