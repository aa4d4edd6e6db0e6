import { drafterProcedure } from '../trpc.ts';
import { saved, saveInput } from './schemas.ts';

export const saveProcedure = drafterProcedure
  .input(saveInput)
  .output(saved)
  .mutation(({ ctx, input }) => ctx.services.draft.save(ctx.user, input));
