import { readRowsInChildProcess } from '@gongkai/importer/sandbox/rows';
import { agencyKindLabels, agencyLevelLabels } from '@gongkai/schema';
import * as z from 'zod/mini';
import { ApiError } from '../../common/errors.ts';
import { agencyId, line as textLine } from '../../common/schemas.ts';
import type { Upload } from '../../import/upload.ts';
import { agencyAttributes, since } from '../schemas.ts';
import { columnNames, columns, contactColumns, kindOfWord, levelOfWord, type Column } from './columns.ts';
import { lostDigits } from './lost-digits.ts';
import { fileLimits } from './schemas.ts';
import { agencyContact } from '../../common/agency-attributes.ts';

/** A row of a file with its fields. Columns missing from the file are absent, empty fields are `null`. */
export interface SourceLine {
  readonly line: number;
  readonly fields: Partial<Record<Column, string | null>>;
  readonly errors: readonly string[];
}

export interface SourceLines {
  readonly lines: readonly SourceLine[];
  readonly unknownColumns: readonly string[];
}

/** Reads a file of the register. @throws {ApiError} unreadable_file */
export async function readLines({ bytes }: Pick<Upload, 'bytes'>): Promise<SourceLines> {
  if (bytes.length > fileLimits.bytes)
    throw new ApiError('too_large', `文件超过 ${fileLimits.bytes / 2 ** 20} MB，请只保留机关名录，或分成几个文件`);
  const read = await readRowsInChildProcess(bytes, { rows: fileLimits.lines + 1, columns: 100 });
  if (!read.ok) throw new ApiError('unreadable_file', `${read.message}请上传 CSV 文件或者 Excel 表格（.xlsx）`);
  const [heading = [], ...rows] = read.rows;
  const found = heading.map((text) => columnOf(text));
  if (!found.includes('name') && !found.includes('id'))
    throw new ApiError(
      'unreadable_file',
      `第 1 行应为列名，其中要有“${columns.name.label}”。可以先导出名录，在导出的文件上修改`,
    );
  const twice = found.find((column, at) => column !== undefined && found.indexOf(column) !== at);
  if (twice) throw new ApiError('unreadable_file', `“${columns[twice].label}”列出现了两次，请删去一列`);
  return {
    unknownColumns: heading.filter((text, at) => text.trim() !== '' && found[at] === undefined),
    lines: rows.flatMap((row, index) =>
      row.every((text) => text.trim() === '') ? [] : [lineOf(row, found, index + 2)],
    ),
  };
}

function columnOf(heading: string): Column | undefined {
  const word = heading.normalize('NFKC').replaceAll(/[\s*]/g, '');
  return columnNames.find((name) => [columns[name].label, ...columns[name].aliases].some((label) => label === word));
}

/** Schema of each field. */
const fieldSchemas: Partial<Record<Column, z.ZodMiniType>> = {
  id: agencyId,
  name: agencyAttributes.shape.name,
  parent: textLine(1_000),
  divisionCode: agencyAttributes.shape.divisionCode,
  creditCode: agencyAttributes.shape.creditCode,
  validFrom: since,
  dissolvedOn: since,
  ...Object.fromEntries(contactColumns.map((column) => [column, agencyContact.shape[column]])),
};

const hints: Partial<Record<Column, string>> = {
  id: '编号由系统给出，新增的机关请留空',
  validFrom: '请写成 2021-03-01 的样子',
  dissolvedOn: '请写成 2021-03-01 的样子',
};

function lineOf(row: readonly string[], found: readonly (Column | undefined)[], line: number): SourceLine {
  const fields: Partial<Record<Column, string | null>> = {};
  const errors: string[] = [];
  found.forEach((column, at) => {
    if (!column) return;
    const text = plain(column, row[at] ?? '');
    fields[column] = text === '' ? null : text;
    const result = text === '' ? undefined : fieldSchemas[column]?.safeParse(text);
    const lost = lostDigits(column, text);
    if (lost) errors.push(lost);
    else if (result && !result.success)
      errors.push(`${columns[column].label}“${text}”：${hints[column] ?? result.error.issues[0]?.message}`);
  });
  if (fields.kind) fields.kind = word(kindOfWord, agencyKindLabels, 'kind', fields.kind, errors);
  if (fields.level) fields.level = word(levelOfWord, agencyLevelLabels, 'level', fields.level, errors);
  return { line, fields, errors };
}

function word(
  words: ReadonlyMap<string, string>,
  official: Readonly<Record<string, string>>,
  column: Column,
  text: string,
  errors: string[],
): string {
  const key = words.get(text.normalize('NFKC').replace('(', '（').replace(')', '）'));
  if (key === undefined)
    errors.push(`${columns[column].label}“${text}”不认识，请改为以下之一：${Object.values(official).join('、')}`);
  return key ?? text;
}

/** Columns of codes, which consist of letters and digits only. */
const codes: ReadonlySet<Column> = new Set(['id', 'divisionCode', 'creditCode', 'postcode']);
/** White space, including invisible characters. */
const blanks = /[\s\u200b-\u200f\u2060\ufeff]+/gu;

/**
 * Removes what spreadsheet programs and their users add to a field: white space, the prefix against formulas, the
 * prefix that turns digits into text, and other date formats.
 */
function plain(column: Column, text: string): string {
  const trimmed = text.trim().replace(/^'(?=[=+\-@\t\r])/, '');
  if (column === 'validFrom' || column === 'dissolvedOn') return plainDay(trimmed);
  return codes.has(column) ? trimmed.normalize('NFKC').replace(/^'/, '').replaceAll(blanks, '').toUpperCase() : trimmed;
}

/** Converts a day to YYYY-MM-DD if its format is unambiguous: digits without separators only if there are eight. */
function plainDay(text: string): string {
  const folded = text.normalize('NFKC').replaceAll(blanks, '');
  const [, year, month, day] =
    /^(\d{4})(\d\d)(\d\d)$/.exec(folded) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:0?0:00(?::00)?)?$/.exec(folded) ??
    [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
