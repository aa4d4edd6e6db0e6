import { error } from '@sveltejs/kit';
import { apiOf, ifFound } from '#lib/server/api.ts';
import { reportFile } from '#lib/server/report-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { digest, format } = event.params;
  const published = await ifFound(apiOf(event).report.byDigest({ digest }));
  if (!published) error(404, '没有这个版本。请检查摘要值是否完整。');
  return reportFile(published, format);
};
