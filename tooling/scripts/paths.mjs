import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Node caches stripped and compiled sources in it, so that later starts are faster. */
export const compileCache = join(root, 'node_modules', '.cache', 'node');
