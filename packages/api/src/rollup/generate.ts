import { drafterProcedure } from '../trpc.ts';
import { generated, generateInput } from './schemas.ts';

export const generateProcedure = drafterProcedure
  .input(generateInput)
  .output(generated)
  .mutation(({ ctx, input }) => ctx.services.rollup.generate(ctx.user, input));
