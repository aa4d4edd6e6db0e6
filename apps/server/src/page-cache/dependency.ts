/**
 * The publications that a page shows. Every page depends on the register, the rounds and the day as well.
 * `agency`: those of one agency and of the agencies that it took over from. `publications`: any.
 */
export type Dependency = { readonly type: 'publications' } | { readonly type: 'agency'; readonly agencyId: string };

const anyPublication: Dependency = { type: 'publications' };

/**
 * Addresses whose response shows the publications of one agency alone. The page and the findings of a consolidated
 * report also show those of the bodies below the government: they are not among these.
 */
const ofOneAgency = [
  /^\/agencies\/([0-9A-Z]{26})$/,
  /^\/reports\/([0-9A-Z]{26})\/\d{4}\/(?:own|own\.\w+|consolidated\.\w+)$/,
  /^\/api\/v1\/agencies\/([0-9A-Z]{26})$/,
  /^\/api\/v1\/reports\/([0-9A-Z]{26})\/\d{4}\/(?:own|consolidated)(?:\/history)?$/,
  /^\/api\/v1\/reports\/([0-9A-Z]{26})\/\d{4}\/own\/findings$/,
];

/** What the response at a path depends on; any publication where it is not known to depend on less. */
export function dependencyOf(path: string): Dependency {
  if (!/^\/(?:agencies|reports|api\/v1)\//.test(path)) return anyPublication;
  for (const pattern of ofOneAgency) {
    const agencyId = pattern.exec(path)?.[1];
    if (agencyId !== undefined) return { type: 'agency', agencyId };
  }
  return anyPublication;
}
