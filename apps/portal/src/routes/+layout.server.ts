import { siteOf } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

/** Every page is whole as it leaves the server. */
export const csr = false;

export const load: LayoutServerLoad = (event) => ({ site: siteOf(event) });
