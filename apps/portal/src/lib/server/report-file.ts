import { figuresCsv, forSpreadsheets } from '@gongkai/exporter/csv';
import type { CanonicalReport } from '@gongkai/api/schemas';
import type { Report } from '@gongkai/schema';
import type { Api } from '../../platform.ts';
import { formats, type Format } from '../formats.ts';
import { ifFound } from './api.ts';

/** Writers of the formats. JSON is the stored canonical text unchanged, as in `/api/v1`. */
const writers: Readonly<Record<Format, (body: string, report: Report) => string>> = {
  json: (body) => body,
  csv: (_body, report) => figuresCsv(report, forSpreadsheets),
};

/**
 * The response for the file of a report, with status 410 if the report was withdrawn, or undefined if no such report
 * was published.
 * @param name the key of a published report, or the digest of a revision
 */
export async function loadReportFile(
  api: Pick<Api, 'report'>,
  name: Parameters<Api['report']['canonical']>[0],
  format: Format,
): Promise<Response | undefined> {
  const found = await ifFound(
    api.report.canonical(name).catch((error: unknown) => {
      if (isWithdrawn(error)) return 'withdrawn' as const;
      throw error;
    }),
  );
  return found === 'withdrawn' ? withdrawn() : found && reportFile(found, format);
}

/** The procedure refuses a withdrawn report with NOT_FOUND; the API's own code is in the cause. */
function isWithdrawn(error: unknown): boolean {
  return error instanceof Error && (error.cause as { code?: unknown } | undefined)?.code === 'withdrawn';
}

/** The report as a file named after its title. The ETag identifies the revision and the format. */
export function reportFile({ digest, body }: CanonicalReport, format: Format): Response {
  const report = JSON.parse(body) as Report;
  return new Response(writers[format](body, report), {
    headers: {
      etag: format === 'json' ? `"${digest}"` : `"${digest}.${format}"`,
      'content-type': `${formats[format].mediaType}; charset=utf-8`,
      'content-disposition': disposition(report, format),
      'access-control-allow-origin': '*',
    },
  });
}

function withdrawn(): Response {
  return new Response('本报告已撤下，不再提供下载。\n', {
    status: 410,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}

/** JSON is displayed and CSV is saved; both are named after the title (RFC 6266). */
function disposition({ title, year, kind }: Report, format: Format): string {
  const type = format === 'json' ? 'inline' : 'attachment';
  return `${type}; filename="report-${year}-${kind}.${format}"; filename*=UTF-8''${encodeURIComponent(`${title}.${format}`)}`;
}
