import { auditorProcedure } from '../trpc.ts';
import { auditVerdict } from './schemas.ts';

export const verifyProcedure = auditorProcedure.output(auditVerdict).query(({ ctx }) => ctx.services.audit.verify());
