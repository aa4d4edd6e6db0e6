import { router } from '../trpc.ts';
import { publishArchivedProcedure } from './publish-archived.ts';

export const publicationRouter = router({ publishArchived: publishArchivedProcedure });
