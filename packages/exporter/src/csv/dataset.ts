import { cellsOf, figuresOf, formOf, isNotApplicable, type Figure, type Layout, type Report } from '@gongkai/schema';
import { cellLabel, measureLabels } from '../document/cell-label.ts';
import { guardText, writeLines, type CsvOptions } from './lines.ts';

/** A report with the region of its agency (GB/T 2260, six figures or more), where it is known. */
export interface DatasetReport {
  readonly report: Report;
  readonly region?: string;
  /** The form where it is not one of the registered ones. */
  readonly form?: Layout;
}

const kinds = { own: '本机关', consolidated: '本级政府汇总' } as const;

/** Columns that say whose figures they are, in both shapes. */
const identity: readonly (readonly [string, (source: DatasetReport) => string])[] = [
  ['机关', ({ report }) => report.agency.name],
  ['统一社会信用代码', ({ report }) => report.agency.code ?? ''],
  ['行政区划代码', ({ report, region }) => region ?? regionIn(report.agency.code)],
  ['年度', ({ report }) => String(report.year)],
  ['报告类别', ({ report }) => kinds[report.kind]],
  ['格式', ({ report }) => report.form],
];

/** The heads of the long shape that name and hold a figure. */
const figureHeads = ['部分', '行', '列', '指标', '计量', '数值'] as const;

/**
 * Figures of reports, one a line: whose it is, the official code in three parts, its name in words, what it counts, and
 * its value as the official table prints it.
 */
export function longCsv(sources: readonly DatasetReport[], options?: CsvOptions): string {
  const lines = sources.flatMap((source) => {
    const form = source.form ?? formOf(source.report.form);
    const whose = identity.map(([, textOf]) => guardText(textOf(source)));
    const cells = cellsOf(form);
    return figuresOf(form, source.report.tables).map((figure, at) => [
      ...whose,
      figure.section,
      figure.row,
      figure.column,
      cellLabel(form, figure.key),
      measureLabels[cells[at]!.measure],
      fieldOf(figure),
    ]);
  });
  return writeLines([[...identity.map(([head]) => head), ...figureHeads], ...lines], options);
}

/**
 * Figures of reports, one report a line, one cell a column. Reports of several forms share the columns of the codes that
 * they have in common; a column's head is the code with the cell's name and measure.
 */
export function wideCsv(sources: readonly DatasetReport[], options?: CsvOptions): string {
  const rows = sources.map((source) => {
    const form = source.form ?? formOf(source.report.form);
    const cells = cellsOf(form);
    const values = figuresOf(form, source.report.tables).map((figure, at): [string, string] => {
      const { code, measure } = cells[at]!;
      return [`${code}｜${cellLabel(form, figure.key)}｜${measureLabels[measure]}`, fieldOf(figure)];
    });
    return { source, values: new Map(values) };
  });
  const columns = [...new Set(rows.flatMap(({ values }) => [...values.keys()]))];
  const lines = rows.map(({ source, values }) => [
    ...identity.map(([, textOf]) => guardText(textOf(source))),
    ...columns.map((column) => values.get(column) ?? ''),
  ]);
  return writeLines([[...identity.map(([head]) => head), ...columns], ...lines], options);
}

function fieldOf({ value, text }: Figure): string {
  return isNotApplicable(value) ? guardText(text) : text;
}

/** The region that a unified social credit code names in its third to eighth place. */
function regionIn(code: string | undefined): string {
  return /^[0-9A-Z]{2}(\d{6})[0-9A-Z]{10}$/.exec(code ?? '')?.[1] ?? '';
}
