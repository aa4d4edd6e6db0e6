import { accountRouter } from './account/router.ts';
import { agencyRouter } from './agency/router.ts';
import { auditRouter } from './audit/router.ts';
import { draftRouter } from './draft/router.ts';
import { importRouter } from './import/router.ts';
import { publicationRouter } from './publication/router.ts';
import { registerRouter } from './register/router.ts';
import { reportRouter } from './report/router.ts';
import { reviewRouter } from './review/router.ts';
import { rollupRouter } from './roll-up/router.ts';
import { roundRouter } from './round/router.ts';
import { searchRouter } from './search/router.ts';
import { tokenRouter } from './token/router.ts';
import { createCallerFactory, router } from './trpc.ts';

export const appRouter = router({
  account: accountRouter,
  agency: agencyRouter,
  audit: auditRouter,
  draft: draftRouter,
  import: importRouter,
  publication: publicationRouter,
  register: registerRouter,
  report: reportRouter,
  review: reviewRouter,
  rollup: rollupRouter,
  round: roundRouter,
  search: searchRouter,
  token: tokenRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures in the same process: `createCaller(createPublicContext(services)).report.latest({ limit: 5 })`. */
export const createCaller = createCallerFactory(appRouter);

export type Caller = ReturnType<typeof createCaller>;
