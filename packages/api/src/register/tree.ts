import * as z from 'zod/mini';
import { systemAdministratorProcedure } from '../trpc.ts';
import { registerEntry } from './schemas.ts';

export const treeProcedure = systemAdministratorProcedure
  .output(z.array(registerEntry))
  .query(({ ctx }) => ctx.services.register.tree());
