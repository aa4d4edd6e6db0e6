import { formOf, type Form, type Report } from '@gongkai/schema';
import { writeXlsx as writeWorkbook, type WriteSheet } from 'hucre/xlsx';
import { cleanText, Warnings } from '../document/clean-text.ts';
import type { ExportFile } from '../document/document.ts';
import { checkSheet } from './check-sheet.ts';
import { tableSheet } from './table-sheet.ts';

/**
 * @module
 * The official tables of a report as .xlsx, one sheet each, ready to print. It is the template for entering figures as
 * well: figures are open, labels are locked, sums are checked while one types, and the importer reads the file back.
 */

export interface XlsxOptions {
  /** The form where it is not one of the registered ones. */
  readonly form?: Form;
  /** Day of the document as YYYY-MM-DD, by default the end of the report's year. */
  readonly date?: string;
}

/** The same report gives the same bytes. @throws RangeError for an unknown form */
export async function writeXlsx(
  report: Report,
  { form = formOf(report.form), date }: XlsxOptions = {},
): Promise<ExportFile> {
  const warnings = new Warnings();
  const clean = (text: string) => cleanText(text, warnings).replaceAll('\n', ' ');
  const tables = form.sections.flatMap((section) =>
    section.table === undefined ? [] : [{ section, table: section.table }],
  );
  const sheets = tables.map(({ section, table }) => tableSheet({ form, report, section, table, clean }));
  const checks = checkSheet(form, sheets);
  const day = new Date(`${date ?? `${report.year}-12-31`}T00:00:00Z`);
  const bytes = await writeWorkbook({
    sheets: [...sheets.map(({ sheet }) => sheet), ...(checks ? [checks] : [])] satisfies WriteSheet[],
    properties: { title: clean(report.title), creator: clean(report.agency.name), created: day, modified: day },
    defaultFont: { name: '宋体', size: 10 },
  });
  return { bytes, warnings: warnings.lines };
}
