import { cellOf } from '../layout/cells.ts';
import type { Layout } from '../layout/layout.ts';
import { schemaUrn, type Agency, type Report, type ReportKind, type Tables } from './report.ts';
import type { Value } from './value.ts';

/**
 * Official title of a body's report, such as 某某镇人民政府2020年政府信息公开工作年度报告.
 * @param agencyName the body's full name
 * @param year the year reported on, four digits
 * @returns the title without a line break
 * @example officialTitle('青原镇人民政府', 2024)
 */
export function officialTitle(agencyName: string, year: number): string {
  return `${agencyName}${year}年政府信息公开工作年度报告`;
}

/**
 * Tables of a layout with the same value in every cell: blank unless another is given. A number stands in cells of money
 * as a decimal string, as they hold it.
 * @param layout a form, or its layout
 * @param value a count, or null for blank
 * @returns tables with every cell of the layout
 * @example uniformTables(form, 0)
 */
export function uniformTables(layout: Layout, value: Value = null): Tables {
  const amount = typeof value === 'number' ? String(value) : value;
  return buildTables(layout, (key) => (cellOf(layout, key).measure === 'money' ? amount : value));
}

/**
 * Tables of a layout, each cell's value asked for by its key.
 * @param layout a form, or its layout
 * @param valueOf gives the value of a cell by its key, `<table>.<row>.<column>`
 * @returns tables with every cell of the layout
 * @example buildTables(form, () => null)
 */
export function buildTables(layout: Layout, valueOf: (cellKey: string) => Value): Tables {
  return Object.fromEntries(
    Object.entries(layout.tables).map(([table, { blocks }]) => [
      table,
      Object.fromEntries(
        blocks.flatMap(({ rows, columns }) =>
          rows.map((row) => [
            row.key,
            Object.fromEntries(columns.map((column) => [column.key, valueOf(`${table}.${row.key}.${column.key}`)])),
          ]),
        ),
      ),
    ]),
  );
}

/**
 * An empty report to be filled in: official title and period, six empty sections, blank cells.
 * @param layout a form, or its layout
 * @param agency the body that reports
 * @param year the year reported on, four digits
 * @param kind `own`, or `consolidated` for 本级政府汇总
 * @returns a report in which every cell is `null`
 * @example blankReport(form, { name: '云溪县水利局' }, 2024, 'own')
 */
export function blankReport(layout: Layout, agency: Agency, year: number, kind: ReportKind): Report {
  return {
    $schema: schemaUrn(layout.id),
    form: layout.id,
    title: officialTitle(agency.name, year),
    agency,
    year,
    kind,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    preamble: [],
    contact: {},
    sections: layout.sections.map(({ key }) => ({ key, blocks: [] })),
    tables: uniformTables(layout),
    tableNotes: {},
    explanations: [],
    origin: { type: 'entered' },
  };
}
