import { error } from '@sveltejs/kit';
import { apiOf, ifFound } from '#lib/server/api.ts';
import { withAdvice } from '#lib/server/withdrawn.ts';
import { pagesOf } from '#lib/server/suggestions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const api = apiOf(event);
  const published = await ifFound(api.report.get(event.params));
  if (published) return withAdvice(event, published);
  const suggestions = await pagesOf(api, event.params.agencyId);
  error(404, '本站没有这个单位这一年度的报告。', { suggestions });
};
