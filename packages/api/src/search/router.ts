import { router } from '../trpc.ts';
import { reportsProcedure } from './reports.ts';

export const searchRouter = router({ reports: reportsProcedure });
