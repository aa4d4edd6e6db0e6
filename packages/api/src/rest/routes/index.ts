import type { Route } from '../route.ts';
import { agencyRoutes } from './agencies.ts';
import { figureRoutes } from './figures.ts';
import { formRoutes } from './forms.ts';
import { reportRoutes } from './reports.ts';
import { roundRoutes } from './rounds.ts';
import { submissionRoutes } from './submissions.ts';

/** All routes of the open API; its document and its handlers are built from this list. */
export const routes: readonly Route[] = [
  ...agencyRoutes,
  ...reportRoutes,
  ...figureRoutes,
  ...roundRoutes,
  ...submissionRoutes,
  ...formRoutes,
];
