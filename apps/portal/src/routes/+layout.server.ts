import { siteOf } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

/** Pages need no script, because the server renders them completely. */
export const csr = false;

export const load: LayoutServerLoad = (event) => ({ site: siteOf(event) });
