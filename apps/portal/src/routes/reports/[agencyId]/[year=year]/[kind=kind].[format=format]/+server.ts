import { error } from '@sveltejs/kit';
import { apiOf } from '#lib/server/api.ts';
import { loadReportFile } from '#lib/server/report-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { format, ...name } = event.params;
  return (await loadReportFile(apiOf(event), name, format)) ?? error(404, '本站没有这个单位这一年度的报告。');
};
