import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';

/** All reports are listed by the search. */
export const GET = () => redirect(308, resolve('/search'));
