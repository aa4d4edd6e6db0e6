import { redirect } from '@sveltejs/kit';
import { agencyPath } from '#lib/paths.ts';
import type { RequestHandler } from './$types';

/** The reports of an agency are on its page. */
export const GET: RequestHandler = ({ params }) => redirect(308, agencyPath(params.agencyId));
