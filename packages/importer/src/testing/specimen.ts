import {
  blankReport,
  buildTables,
  cellOf,
  tableModel,
  valueAt,
  formatValue,
  type Form,
  type Report,
  type Value,
} from '@gongkai/schema';

/** A report made up for a test: every cell has a value of its own, so that one in a wrong place is noticed. */
export function specimen(form: Form, valueOf: (key: string, ordinal: number) => Value = distinct(form)): Report {
  const blank = blankReport(form, { name: '云溪县财政局' }, form.years.from, 'own');
  return { ...blank, tables: buildTables(form, (key) => valueOf(key, cellOf(form, key).ordinal)) };
}

function distinct(form: Form): (key: string, ordinal: number) => Value {
  return (key, ordinal) => (cellOf(form, key).measure === 'money' ? `${ordinal}.50` : 100 + ordinal);
}

/** A cell as a document has it. */
export interface SpecimenCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
}

/** The rows of an official table with the report's figures, as a document would draw it. */
export function specimenTable(form: Form, report: Report, table: string): SpecimenCell[][] {
  return tableModel(form, table).blocks.flatMap(({ head, body }) =>
    [...head, ...body].map((line) =>
      line.map(({ text, colspan, rowspan, cell }) => ({
        text: cell === undefined ? text : printed(form, report, cell),
        colspan,
        rowspan,
      })),
    ),
  );
}

/** As a clerk writes it: a unit where the column's heading has none. */
function printed(form: Form, report: Report, key: string): string {
  const { measure, column } = cellOf(form, key);
  const value = valueAt(report.tables, key);
  const text = formatValue(value, measure);
  return measure === 'money' && typeof value === 'string' && !column.label.includes('万元') ? `${text}万元` : text;
}

/** Words of a made-up report around its tables. */
export function specimenText(form: Form, report: Report): { opening: string[]; section: (key: string) => string[] } {
  const { year, agency } = report;
  const words: Readonly<Record<string, string[]>> = {
    overview: [`${year}年，本局按照条例公开信息，全年在网站公开信息12条。`, '（一）主动公开。按时更新各个栏目。'],
    problems: ['有的栏目更新不及时，下一步将定期检查。'],
    other: ['本年没有收取信息处理费。'],
  };
  return {
    opening: [
      `${agency.name}${year}年政府信息公开工作年度报告`,
      `本报告的统计期限自${year}年1月1日起至${year}年12月31日止。如有疑问，请与${agency.name}办公室联系（地址：云溪县长青路1号，邮编：100000，电话：0000-1234567）。`,
    ],
    section: (key) => words[key] ?? [],
  };
}
