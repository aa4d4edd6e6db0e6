import { groupByKind } from '#lib/agency-kinds.ts';
import { apiOf } from '#lib/server/api.ts';
import { readableText, termsOf } from '#lib/search-query.ts';
import { similar } from '#lib/similar.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const agencies = await apiOf(event).agency.list();
  const query = readableText(event.url.searchParams.get('q')).normalize('NFKC');
  const terms = termsOf(query);
  const found = agencies.filter(({ name }) => terms.every((term) => name.includes(term)));
  return {
    query,
    count: found.length,
    groups: groupByKind(found),
    meant: found.length === 0 ? similar(agencies, query, 5) : [],
  };
};
