import { publisherProcedure } from '../trpc.ts';
import { publishArchivedInput, published } from './schemas.ts';

export const publishArchivedProcedure = publisherProcedure
  .input(publishArchivedInput)
  .output(published)
  .mutation(({ ctx, input }) => ctx.services.publication.publishArchived(ctx.user, input));
