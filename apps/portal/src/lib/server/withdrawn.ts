import type { Agency, PublishedReport } from '@gongkai/api/schemas';
import type { RequestEvent } from '@sveltejs/kit';
import { apiOf, ifFound } from './api.ts';

/**
 * The report for its page. For a withdrawn report the response has status 410 Gone, and the agency's contact is added.
 */
export async function withAdvice(
  event: Pick<RequestEvent, 'locals' | 'platform'>,
  published: PublishedReport,
): Promise<{ published: PublishedReport; contact?: Agency['contact'] }> {
  if (published.summary.state !== 'withdrawn') return { published };
  event.locals.gone = true;
  const found = await ifFound(apiOf(event).agency.get({ id: published.summary.agencyId }));
  return { published, contact: found?.agency.contact ?? null };
}
