import { error } from '@sveltejs/kit';
import { apiOf, ifFound } from '#lib/server/api.ts';
import { withAdvice } from '#lib/server/withdrawn.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const published = await ifFound(apiOf(event).report.byDigest({ digest: event.params.digest }));
  if (!published) error(404, '没有这个版本。请检查摘要值是否完整。');
  return withAdvice(event, published);
};
