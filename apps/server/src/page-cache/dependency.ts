/**
 * The publications that a page shows. Every page also depends on the register, the rounds and the day. `agency`: the
 * publications of one agency and of its predecessors. `publications`: any publication.
 */
export type Dependency = { readonly type: 'publications' } | { readonly type: 'agency'; readonly agencyId: string };

const anyPublication: Dependency = { type: 'publications' };

/**
 * Addresses whose response shows the publications of one agency only. The page and the findings of a consolidated
 * report also show those of the bodies below the government, so they are not included.
 */
const ofOneAgency = [
  /^\/agencies\/([0-9A-Z]{26})$/,
  /^\/reports\/([0-9A-Z]{26})\/\d{4}\/(?:own|own\.\w+|consolidated\.\w+)$/,
  /^\/api\/v1\/agencies\/([0-9A-Z]{26})$/,
  /^\/api\/v1\/reports\/([0-9A-Z]{26})\/\d{4}\/(?:own|consolidated)(?:\/history)?$/,
  /^\/api\/v1\/reports\/([0-9A-Z]{26})\/\d{4}\/own\/findings$/,
];

/** The dependency of the response at a path; any publication unless a narrower dependency is known. */
export function dependencyOf(path: string): Dependency {
  if (!/^\/(?:agencies|reports|api\/v1)\//.test(path)) return anyPublication;
  for (const pattern of ofOneAgency) {
    const agencyId = pattern.exec(path)?.[1];
    if (agencyId !== undefined) return { type: 'agency', agencyId };
  }
  return anyPublication;
}
