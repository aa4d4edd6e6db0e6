import { router } from '../trpc.ts';
import { claimFirstProcedure } from './claim-first.ts';
import { meProcedure } from './me.ts';

export const accountRouter = router({ claimFirst: claimFirstProcedure, me: meProcedure });
