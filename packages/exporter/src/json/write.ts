import { buildTables, formOf, valueAt, type Report } from '@gongkai/schema';

/** The public JSON of a report for people and programs: keys and cells in official order, indented, ended by a line. */
export function reportJson(report: Report): string {
  const { $schema, form, title, agency, year, kind, period, preamble, contact, sections } = report;
  const { tableNotes, explanations, origin, asFound } = report;
  const tables = buildTables(formOf(form), (key) => valueAt(formOf(form), report, key));
  const head = { $schema, form, title, agency, year, kind, period, preamble, contact, sections };
  const ordered = { ...head, tables, tableNotes, explanations, origin, asFound };
  return `${JSON.stringify(ordered satisfies Record<keyof Report, unknown>, null, 2)}\n`;
}
