import { drafterProcedure } from '../trpc.ts';
import { createdToken, createTokenInput } from './schemas.ts';

export const createProcedure = drafterProcedure
  .input(createTokenInput)
  .output(createdToken)
  .mutation(({ ctx, input }) => ctx.services.token.create(ctx.user, input));
