import { rotated, type Raster } from '../../read/scan/raster.ts';

/** The effects of a scanner on a page. */
export interface Degradation {
  readonly name: string;
  readonly apply: (page: Raster) => Raster;
}

/** Noise of a cheap scanner: the standard deviation of the brightness, and the share of specks. */
const [deviation, specks] = [18, 0.001];

export const degradations: readonly Degradation[] = [
  { name: 'clean', apply: (page) => page },
  { name: 'turned by one degree', apply: (page) => rotated(page, 1) },
  { name: 'mildly noisy', apply: (page) => noisy(page) },
];

/** Adds noise that is the same in every run. */
export function noisy(page: Raster, seed = 1): Raster {
  const next = randomFrom(seed);
  const data = page.data.map((value) => {
    // The sum of four uniform values is nearly normal.
    const wave = (next() + next() + next() + next() - 2) * Math.sqrt(3) * deviation;
    const chance = next();
    if (chance < specks) return 0;
    return chance < 2 * specks ? 255 : Math.max(0, Math.min(255, value + wave));
  });
  return { ...page, data };
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
