import { router } from '../trpc.ts';
import { readProcedure } from './read.ts';

export const importRouter = router({ read: readProcedure });
