import { figuresOf, formOf, isNotApplicable, type Figure, type Report } from '@gongkai/schema';
import { guardText, writeLines, type CsvOptions } from './lines.ts';

export { forSpreadsheets, type CsvOptions } from './lines.ts';

/**
 * The figures of a report, one line each in official order: `section,row,column,value` as in 三,（三）1,总计,2.
 * A change carries its sign, money is in 万元 as written, a blank cell stays blank.
 */
export function figuresCsv(report: Report, options?: CsvOptions): string {
  const figures = figuresOf(formOf(report.form), report.tables);
  const lines = figures.map((figure) => [figure.section, figure.row, figure.column, fieldOf(figure)]);
  return writeLines([['section', 'row', 'column', 'value'], ...lines], options);
}

function fieldOf({ value, text }: Figure): string {
  return isNotApplicable(value) ? guardText(text) : text;
}
