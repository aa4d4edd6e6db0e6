import { auditorProcedure, router } from '../trpc.ts';
import { auditPage, auditQuery, auditVerdict } from './schemas.ts';

export const auditRouter = router({
  list: auditorProcedure
    .input(auditQuery)
    .output(auditPage)
    .query(({ ctx, input }) => ctx.services.audit.list(input)),
  verify: auditorProcedure.output(auditVerdict).query(({ ctx }) => ctx.services.audit.verify()),
});
