import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** With it, Node strips types and compiles once, not at every start. */
export const compileCache = join(root, 'node_modules', '.cache', 'node');
