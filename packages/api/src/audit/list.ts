import { auditorProcedure } from '../trpc.ts';
import { auditPage, auditQuery } from './schemas.ts';

export const listProcedure = auditorProcedure
  .input(auditQuery)
  .output(auditPage)
  .query(({ ctx, input }) => ctx.services.audit.list(input));
