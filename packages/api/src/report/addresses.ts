import * as z from 'zod/mini';
import { publicProcedure } from '../trpc.ts';
import { addressesInput, reportAddress } from './schemas.ts';

export const addressesProcedure = publicProcedure
  .input(addressesInput)
  .output(z.array(reportAddress))
  .query(({ ctx, input }) => ctx.services.report.addresses(input));
