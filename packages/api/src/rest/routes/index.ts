import type { Route } from '../route.ts';
import { agencyRoutes } from './agencies.ts';
import { figureRoutes } from './figures.ts';
import { formRoutes } from './forms.ts';
import { reportRoutes } from './reports.ts';
import { roundRoutes } from './rounds.ts';
import { submissionRoutes } from './submissions.ts';

/** All that the open API answers; its document and its answers are both made of it. */
export const routes: readonly Route[] = [
  ...agencyRoutes,
  ...reportRoutes,
  ...figureRoutes,
  ...roundRoutes,
  ...submissionRoutes,
  ...formRoutes,
];
