import { error } from '@sveltejs/kit';
import { apiOf, ifFound } from '#lib/server/api.ts';
import { reportFile } from '#lib/server/report-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { format, ...key } = event.params;
  const published = await ifFound(apiOf(event).report.get(key));
  if (!published) error(404, '本站没有这个单位这一年度的报告。');
  return reportFile(published, format);
};
