import type { Route } from './route.ts';
import { agencyRoutes } from './routes/agencies.ts';
import { figureRoutes } from './routes/figures.ts';
import { formRoutes } from './routes/forms.ts';
import { reportRoutes } from './routes/reports.ts';
import { roundRoutes } from './routes/rounds.ts';
import { submissionRoutes } from './routes/submissions.ts';

/** All that the open API answers; its document and its answers are both made of it. */
export const routes: readonly Route[] = [
  ...agencyRoutes,
  ...reportRoutes,
  ...figureRoutes,
  ...roundRoutes,
  ...submissionRoutes,
  ...formRoutes,
];
