import { redirect } from '@sveltejs/kit';
import { agencyPath } from '#lib/paths.ts';
import type { RequestHandler } from './$types';

/** Redirects to the page of the agency, which lists its reports. */
export const GET: RequestHandler = ({ params }) => redirect(308, agencyPath(params.agencyId));
