import { error } from '@sveltejs/kit';
import { apiOf, ifFound } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { agencyId, year } = event.params;
  const board = await ifFound(apiOf(event).round.get({ agencyId, year }));
  return board ? { board } : error(404, '没有这一年度的公布情况。请检查地址，或者从公布情况查找。');
};
