import * as z from 'zod/mini';
import { securityAdministratorProcedure } from '../trpc.ts';
import { tokenSummary } from './schemas.ts';

export const listAllProcedure = securityAdministratorProcedure
  .output(z.array(tokenSummary))
  .query(({ ctx }) => ctx.services.token.listAll());
