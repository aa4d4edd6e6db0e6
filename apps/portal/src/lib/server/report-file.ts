import { figuresCsv, forSpreadsheets } from '@gongkai/exporter/csv';
import { reportJson } from '@gongkai/exporter/json';
import type { Report } from '@gongkai/schema';
import type { PublishedReport } from '@gongkai/api/schemas';
import { formats, type Format } from '../formats.ts';

const writers: Readonly<Record<Format, (report: Report) => string>> = {
  json: reportJson,
  csv: (report) => figuresCsv(report, forSpreadsheets),
};

/** The report as a file, named after its title. The tag tells one revision and format from every other. */
export function reportFile({ report, summary, revision }: PublishedReport, format: Format): Response {
  if (summary.state === 'withdrawn')
    return new Response('本报告已撤下，不再提供下载。\n', {
      status: 410,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  return new Response(writers[format](report), {
    headers: {
      etag: `"${revision.digest}.${format}"`,
      'content-type': `${formats[format].mediaType}; charset=utf-8`,
      'content-disposition': disposition(report, format),
      'access-control-allow-origin': '*',
    },
  });
}

/** Data for programs is shown, data for spreadsheets is saved; both bear the title as name (RFC 6266). */
function disposition({ title, year, kind }: Report, format: Format): string {
  const type = format === 'json' ? 'inline' : 'attachment';
  return `${type}; filename="report-${year}-${kind}.${format}"; filename*=UTF-8''${encodeURIComponent(`${title}.${format}`)}`;
}
