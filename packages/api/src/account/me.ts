import { sessionProcedure } from '../trpc.ts';
import { me } from './schemas.ts';

export const meProcedure = sessionProcedure.output(me).query(({ ctx }) => ctx.services.account.me(ctx.user));
