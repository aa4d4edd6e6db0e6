import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';

/** Redirects to the search, which lists all reports. */
export const GET = () => redirect(308, resolve('/search'));
