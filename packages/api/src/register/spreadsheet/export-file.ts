import { utils, write } from '@e965/xlsx';
import { forSpreadsheets, guardText, writeLines } from '@gongkai/exporter/csv/lines';
import { agencyKindLabels, agencyLevelLabels } from '@gongkai/schema';
import type { Agency } from '@gongkai/db/agency';
import { toDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../../common/dependencies.ts';
import { Register } from '../register.ts';
import { columnNames, columns, contactColumns, type Column } from './columns.ts';
import { namesIn, pathOf, referenceTo, type Names } from './parent-references.ts';
import type { ExportedFile, ExportInput } from './schemas.ts';

const mediaTypes = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Widths of the workbook's columns, in characters. */
const widths: Partial<Record<Column, number>> = {
  id: 28,
  name: 36,
  parent: 36,
  creditCode: 22,
  address: 30,
  email: 24,
};

/** Writes the register as a file that can be imported again; an unchanged file changes nothing. */
export async function exportFile({ db, clock }: Dependencies, { format, history }: ExportInput): Promise<ExportedFile> {
  const today = toDay(clock());
  const register = await Register.load(db, today);
  const names = namesIn(register);
  const rows = register.all
    .map((agency) => ({ agency, path: pathOf(register, agency.id) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ agency }) => (history ? register.historyOf(agency.id) : [agency]))
    .map((period) => rowOf(register, names, period));
  const heading = columnNames.map((name) => columns[name].label);
  const bytes = format === 'csv' ? csvOf(heading, rows) : workbookOf(heading, rows);
  return {
    name: `机关名录-${today}.${format}`,
    mediaType: mediaTypes[format],
    base64: Buffer.from(bytes).toString('base64'),
  };
}

function rowOf(register: Register, names: Names, { kind, level, parentId, ...period }: Agency): string[] {
  const contact = register.contactOf(period.id);
  const fields: Partial<Record<Column, string | null>> = {
    ...period,
    kind: agencyKindLabels[kind],
    level: agencyLevelLabels[level],
    parent: parentId === null ? null : referenceTo(register, names, parentId),
    ...Object.fromEntries(contactColumns.map((column) => [column, contact?.[column] ?? null])),
  };
  return columnNames.map((name) => fields[name] ?? '');
}

function csvOf(heading: string[], rows: string[][]): Uint8Array {
  const lines = [heading, ...rows.map((row) => row.map(guardText))];
  return new TextEncoder().encode(writeLines(lines, forSpreadsheets));
}

/**
 * Builds a workbook in which every cell is text, so that codes and days are not converted and nothing becomes a
 * formula.
 */
function workbookOf(heading: string[], rows: string[][]): Uint8Array {
  const sheet = utils.aoa_to_sheet([heading, ...rows]);
  sheet['!cols'] = columnNames.map((name) => ({ wch: widths[name] ?? 14 }));
  const book = { SheetNames: ['机关名录'], Sheets: { 机关名录: sheet } };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}
