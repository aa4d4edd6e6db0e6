import {
  blankReport,
  buildTables,
  cellOf,
  formatValue,
  formOf,
  tableModel,
  valueAt,
  type Form,
  type Report,
  type Value,
} from '@gongkai/schema';

/** A fictional report for tests: every cell has a distinct value, so that a misplaced value is noticed. */
export function specimen(form: Form, valueOf: (key: string, ordinal: number) => Value = distinct(form)): Report {
  const blank = blankReport(form, { name: '云溪县财政局' }, form.years.from, 'own');
  return { ...blank, tables: buildTables(form, (key) => valueOf(key, cellOf(form, key).ordinal)) };
}

function distinct(form: Form): (key: string, ordinal: number) => Value {
  return (key, ordinal) => (cellOf(form, key).measure === 'money' ? `${ordinal}.50` : 100 + ordinal);
}

/** A cell in a document. */
export interface SpecimenCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** Key of the figure in the cell. */
  readonly key?: string;
}

/** A document before its layout as a file: paragraphs and tables under headings. */
export interface Draft {
  readonly opening: readonly string[];
  readonly sections: readonly DraftSection[];
  readonly closing: readonly string[];
}

export interface DraftSection {
  readonly heading: string;
  readonly blocks: readonly DraftBlock[];
}

export type DraftRows = readonly (readonly SpecimenCell[])[];
export type DraftBlock = string | DraftRows;

/** The rows of an official table with the report's figures, as a document displays them. */
function specimenTable(form: Form, report: Report, table: string): SpecimenCell[][] {
  return tableModel(form, table).blocks.flatMap(({ head, body }) =>
    [...head, ...body].map((line) =>
      line.map(({ text, colspan, rowspan, cell }) => ({
        text: cell === undefined ? text : printed(form, report, cell),
        colspan,
        rowspan,
        ...(cell === undefined ? {} : { key: cell }),
      })),
    ),
  );
}

/** Number of columns of the widest row, including spans. */
export function widthOf(rows: DraftRows): number {
  return Math.max(...placed(rows).flatMap((row) => row.map(({ column, colspan }) => column + colspan)));
}

/** The cells with their columns, skipping the cells that span down from rows above. */
export function placed(rows: DraftRows): (SpecimenCell & { readonly column: number })[][] {
  const busy: number[] = [];
  return rows.map((row, y) => {
    let column = 0;
    return row.map((cell) => {
      while ((busy[column] ?? 0) > y) column++;
      for (let x = column; x < column + cell.colspan; x++) busy[x] = y + cell.rowspan;
      const at = { ...cell, column };
      column += cell.colspan;
      return at;
    });
  });
}

/** The value as an office writes it: with a unit if the heading of the column has none. */
function printed(form: Form, report: Report, key: string): string {
  const { measure, column } = cellOf(form, key);
  const value = valueAt(formOf(report.form), report, key);
  const text = formatValue(value, measure);
  return measure === 'money' && typeof value === 'string' && !column.label.includes('万元') ? `${text}万元` : text;
}

/** A fictional report with its figures in official tables. */
export function draftOf(form: Form, report: Report): Draft {
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
    sections: form.sections.map(({ key, number, title, table }) => ({
      heading: `${number}、${title}`,
      blocks: [...(words[key] ?? []), ...(table ? [specimenTable(form, report, table)] : [])],
    })),
    closing: [],
  };
}
