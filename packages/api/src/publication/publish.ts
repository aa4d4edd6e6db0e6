import { publisherProcedure } from '../trpc.ts';
import { publishInput, published } from './schemas.ts';

export const publishProcedure = publisherProcedure
  .input(publishInput)
  .output(published)
  .mutation(({ ctx, input }) => ctx.services.publication.publish(ctx.user, input));
