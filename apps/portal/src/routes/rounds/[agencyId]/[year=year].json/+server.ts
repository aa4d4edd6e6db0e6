import { error, json } from '@sveltejs/kit';
import { apiOf, ifFound } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** The machine-readable twin of the page: the response of `round.get`. */
export const GET: RequestHandler = async (event) => {
  const { agencyId, year } = event.params;
  const board = await ifFound(apiOf(event).round.get({ agencyId, year }));
  return board ? json(board) : error(404, '没有这一年度的公布情况');
};
