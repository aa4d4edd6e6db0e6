import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { Refusal } from '../../source/refusal.ts';

/** A record of a CSV file. */
export interface CsvRecord {
  readonly fields: readonly string[];
  /**
   * Line of the file on which the record ends, from 1. It differs from the first line of the record only if a field
   * contains line ends.
   */
  readonly line: number;
}

export interface CsvRules {
  /** Chinese: the expected content of the file, for a refusal. */
  readonly expected: string;
  /** If true, each record must have as many fields as the first; otherwise the number may differ. */
  readonly even?: boolean;
  /** Maximum number of records that are read. */
  readonly maxRecords?: number;
}

/**
 * Reads CSV by RFC 4180: all lines end with CRLF, LF or CR; fields are separated by commas, or by the tabs or
 * semicolons that some programs write. Blank lines are records of one empty field.
 * @throws Refusal that names the line of a stray quote, of a stray CR, or of a record of another length
 */
export function readCsv(text: string, { expected, even = false, maxRecords }: CsvRules): CsvRecord[] {
  const body = text.replace(/^\uFEFF/, '');
  const hasLineFeeds = body.includes('\n');
  const records: CsvRecord[] = [];
  const next = () => (records.at(-1)?.line ?? 0) + 1;
  try {
    parse(body, {
      delimiter: delimiterOf(body),
      record_delimiter: hasLineFeeds ? ['\r\n', '\n'] : ['\r'],
      relax_column_count: !even,
      skip_empty_lines: even,
      ...(maxRecords === undefined ? {} : { to: maxRecords }),
      cast: (field, { quoting }) => {
        if (!quoting && field.includes('\r'))
          throw damaged(`第 ${next()} 行的中间有一个换行符（回车）`, '请删去它，或把这一格放进引号', expected);
        return field;
      },
      on_record: (fields, { lines }) => {
        records.push({ fields, line: lines });
        return null;
      },
    });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? Number(error['lines']) : next();
    switch (error.code) {
      case 'CSV_QUOTE_NOT_CLOSED':
        throw damaged(`第 ${next()} 行起的引号没有配对`, '请补上或删去这个引号', expected);
      case 'INVALID_OPENING_QUOTE':
      case 'CSV_INVALID_CLOSING_QUOTE':
        throw damaged(`第 ${line} 行有多余的引号`, '文字中的引号要写成两个，整格再放进引号', expected);
      case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      case 'CSV_RECORD_INCONSISTENT_COLUMNS':
        throw damaged(`第 ${line} 行的列数与第 1 行不一样`, '请核对这一行的逗号', expected);
      default:
        throw damaged(`第 ${line} 行不合 CSV 的格式`, '请核对这一行', expected);
    }
  }
}

function damaged(what: string, advice: string, expected: string): Refusal {
  return new Refusal('damaged', `${what}，文件没有读入。${advice}。`, expected);
}

/** The delimiter of the fields in the first line. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)![0];
  if (line.includes(',')) return ',';
  return ['\t', ';'].find((sign) => line.includes(sign)) ?? ',';
}
