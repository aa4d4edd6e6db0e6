import type { Route } from '../router/route.ts';

const pages = ['agencies', 'newAgency', 'importAgencies', 'agency', 'mergeAgency', 'splitAgency'] as const;

/** A page of the register, for system administrators alone. */
export type AgencyRoute = Extract<Route, { page: (typeof pages)[number] }>;

export function isAgencyRoute(route: Route): route is AgencyRoute {
  return (pages as readonly string[]).includes(route.page);
}
