import { cellsOf, forms, type Layout } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { fictionalForm, fictionalReport } from '../testing/fictional-form.ts';
import { textOf, type DocumentTable } from './document.ts';
import { officialTable } from './official-table.ts';

const layouts: readonly Layout[] = [...forms, fictionalForm];
const tables = layouts.flatMap((layout) => Object.keys(layout.tables).map((key) => ({ layout, key })));

/** Text of the cell that covers each place of the grid; fails where two cells overlap. */
function gridOf({ rows, columns }: DocumentTable): (string | undefined)[][] {
  const grid: (string | undefined)[][] = rows.map(() => columns.map(() => undefined));
  rows.forEach((row, y) =>
    row.forEach((cell) => {
      for (let dy = 0; dy < cell.rowspan; dy++)
        for (let dx = 0; dx < cell.colspan; dx++) {
          expect(grid[y + dy]?.[cell.column + dx]).toBeUndefined();
          grid[y + dy]![cell.column + dx] = cell.figure?.key ?? textOf(cell.runs);
        }
    }),
  );
  return grid;
}

describe.each(tables)('table $key of $layout.id', ({ layout, key }) => {
  const table = officialTable(layout, key);

  it('fills a rectangle without gap or overlap', () => {
    for (const row of gridOf(table)) for (const place of row) expect(place).toBeDefined();
  });

  it('holds every figure once, and widths that make up the whole', () => {
    const keys = table.rows.flatMap((row) => row.flatMap(({ figure }) => figure?.key ?? []));
    expect(keys.toSorted()).toEqual(
      cellsOf(layout)
        .filter((cell) => cell.table === key)
        .map((cell) => cell.key)
        .toSorted(),
    );
    expect(table.columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1);
    expect(Math.min(...table.columns)).toBeGreaterThan(0.03);
  });

  it('repeats lines without figures', () => {
    expect(table.headRows).toBeGreaterThan(0);
    for (const row of table.rows.slice(0, table.headRows)) for (const cell of row) expect(cell.figure).toBeUndefined();
  });
});

it('gives a lone figure the width of three, as the official table two has it', () => {
  const { rows, columns } = officialTable(forms[1]!, 'disclosure');
  const spans = rows.map((row) => row.map(({ colspan }) => colspan));
  expect(columns).toHaveLength(4);
  expect(spans.slice(0, 7)).toEqual([[4], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [4], [1, 3], [1, 3]]);
});

it('prints money with its unit only where the heading does not name it', () => {
  const { tables: values } = fictionalReport();
  const [budget, real] = officialTable(fictionalForm, 'activities', values)
    .rows.at(-1)!
    .slice(1)
    .map(({ runs }) => textOf(runs));
  expect(budget).toBe('13.650万元');
  expect(real).toBe('14.650');
});
