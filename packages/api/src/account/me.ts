import { signedInProcedure } from '../trpc.ts';
import { me } from './schemas.ts';

export const meProcedure = signedInProcedure.output(me).query(({ ctx }) => ctx.services.account.me(ctx.user));
