import type { ImportSuccess } from '@gongkai/importer';
import { figuresOf, formOf } from '@gongkai/schema';
import { padTo, widthOf } from './width.ts';

/** Number of figures of a document by certainty. */
export interface Counts {
  readonly read: number;
  readonly blank: number;
  readonly unread: number;
  readonly inferred: number;
}

export interface ImportedRow {
  readonly name: string;
  readonly agency?: string;
  readonly year?: number;
  readonly counts?: Counts;
  /** The reason why the document was refused. */
  readonly refused?: string;
}

export function countsOf({ report, provenance }: Pick<ImportSuccess, 'report' | 'provenance'>): Counts {
  const counts = { read: 0, blank: 0, unread: 0, inferred: 0 };
  for (const { key, value } of figuresOf(formOf(report.form), report.tables)) {
    const certainty = provenance[key]?.certainty ?? 'unread';
    counts[certainty === 'read' && value === null ? 'blank' : certainty]++;
  }
  return counts;
}

const heads = ['文件', '机关', '年度', '读入', '空白', '推断', '未读'];

/** Formats a table of the documents that were read, then those refused with the reason, then the totals. */
export function describeImports(rows: readonly ImportedRow[]): string {
  const read = rows.filter(({ refused }) => refused === undefined);
  const refused = rows.filter((row) => row.refused !== undefined);
  const lines = read.map(({ name, agency = '', year = 0, counts }) => [
    name,
    agency,
    String(year),
    ...(counts ? [counts.read, counts.blank, counts.inferred, counts.unread].map(String) : []),
  ]);
  return [
    ...(read.length > 0 ? [table([heads, ...lines])] : []),
    ...(refused.length > 0
      ? [`没有读入的文件（${refused.length} 个）\n${table(refused.map(({ name, refused: why = '' }) => [name, why]))}`]
      : []),
    `共 ${rows.length} 个文件：读入 ${read.length} 个，没有读入 ${refused.length} 个。\n`,
  ].join('\n');
}

function table(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  return lines
    .map(
      (line) =>
        `  ${line
          .map((text, column) => padTo(text, widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
