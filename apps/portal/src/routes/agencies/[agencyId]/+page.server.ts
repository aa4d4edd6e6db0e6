import { error } from '@sveltejs/kit';
import { apiOf, ifFound } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await ifFound(apiOf(event).agency.get({ id: event.params.agencyId }));
  return found ?? error(404, '没有这个单位。请检查地址，或者按名称检索。');
};
