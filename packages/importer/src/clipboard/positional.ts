import { cellOf, type Block, type Form, type Layout } from '@gongkai/schema';
import type { SourceGrid } from '../source/document.ts';
import { figuresOf, isAnswer, isLabel, type Figures, type Row } from './copied-figures.ts';
import { figureLines, type FigureLine } from './figure-lines.ts';
import { columnOf } from './labelled-heading.ts';
import { refused, type PasteOutcome } from './outcome.ts';

/** Places figures without labels of the form into the table, from a cell on to the right and downwards. */
export function pasteByPosition(form: Form, grid: SourceGrid, at: string): PasteOutcome {
  const { table, block } = cellOf(form, at);
  const unsure = grid.rows.flat().find((cell) => cell.unsure !== undefined);
  if (unsure) return refused(`“${unsure.text}”一格看不准：${unsure.unsure}。请在原文中改好后再复制。`);
  const { rows, labelled, heads } = figuresOf(grid);
  if (rows.length === 0) return refused('复制的内容里没有数字。');
  const lines = figureLines(form, table);
  const line = lines.findIndex(({ cells }) => cells.includes(at));
  const under = lines.slice(line, line + rows.length);
  if (under.length < rows.length)
    return refused(`复制了 ${rows.length} 行，从这一格到表格末尾只有 ${under.length} 行。请选择左上角的一格再粘贴。`);
  const columns = headedColumns(form, block, heads);
  if ('reason' in columns) return refused(columns.reason);
  const words = rows.findIndex((row) => row.some(isLabel) && !row.some(isAnswer));
  if (words >= 0) return refused(`复制的第 ${words + 1} 行没有数字，看不出各行的位置。请连同行名一起复制。`);
  const isOneBlock = under.every((other) => other.block === block);
  const isEven = rows.every((row) => row.length === rows[0]!.length && !row.includes(undefined));
  const laid =
    isOneBlock && (isEven || columns.at.size > 0 || !isWhole(rows, under))
      ? withinBlock(rows, under, under[0]!.cells.indexOf(at), columns.at)
      : wholeLines(rows, under, at);
  if (typeof laid === 'string') return refused(laid);
  return {
    type: 'fill',
    cells: laid.map(([cell, text]) => ({ cell, text })),
    remarks: [
      ...(labelled ? ['没有认出复制内容里的行名，从所选的一格起按位置粘贴，请核对'] : []),
      ...grid.rows.flat().flatMap(({ text, doubt }) => (doubt === undefined ? [] : [`“${text}”${doubt}，请核对`])),
    ],
  };
}

type Laid = (readonly [cell: string, text: string])[];

/**
 * Places a rectangle of figures in lines that share their columns. `at`: line position of each grid column, by its
 * heading.
 */
function withinBlock(
  rows: readonly Row[],
  lines: readonly FigureLine[],
  from: number,
  at: ReadonlyMap<number, number>,
): Laid | string {
  const width = Math.max(...rows.map(({ length }) => length));
  if (rows.some((row) => row.length < width))
    return '各行的格数不一样，看不出各数属于哪一列。请连同行名、表头一起复制。';
  if (rows.some((row) => row.includes(undefined)))
    return '复制的数字里有合并的单元格，看不出各数属于哪一格。请连同行名一起复制。';
  const room = lines[0]!.cells.length - from;
  if (at.size === 0 && width > room)
    return `复制了 ${width} 列，从这一格到表格右边只有 ${room} 列。请选择左上角的一格再粘贴，或连同行名、表头一起复制。`;
  if (at.size > 0 && Array.from({ length: width }, (_, column) => at.has(column)).includes(false))
    return '有的列没有认出表头。请把表头全部复制，或只复制数字。';
  return rows.flatMap((row, down) =>
    row.map((text, column) => [lines[down]!.cells[at.get(column) ?? from + column]!, text!] as const),
  );
}

/** True if each row has exactly as many figures as its line has cells. */
function isWhole(rows: readonly Row[], lines: readonly FigureLine[]): boolean {
  return rows.every((row, down) => wholeLine(row, lines[down]!) !== undefined);
}

/** Places figures in lines of different widths; each line is filled completely. */
function wholeLines(rows: readonly Row[], lines: readonly FigureLine[], at: string): Laid | string {
  if (lines[0]!.cells[0] !== at) return '复制的各行跨越几种表头。请选择最左边的一格再粘贴，或连同行名一起复制。';
  const laid: Laid = [];
  for (const [down, row] of rows.entries()) {
    const line = lines[down]!;
    const texts = wholeLine(row, line);
    if (!texts)
      return `复制的第 ${down + 1} 行与表格这一行的 ${line.cells.length} 格对不上，看不出各数属于哪一格。请连同行名一起复制。`;
    line.cells.forEach((cell, index) => laid.push([cell, texts[index]!]));
  }
  return laid;
}

function wholeLine(row: Row, { cells }: FigureLine): readonly string[] | undefined {
  const stored = row.filter((text) => text !== undefined);
  if (stored.length === cells.length) return stored;
  const filled = stored.filter((text) => text !== '');
  return filled.length === cells.length ? filled : undefined;
}

/** The position within a line of each grid column that has a heading. */
function headedColumns(
  layout: Layout,
  block: Block,
  heads: Figures['heads'],
): { readonly at: ReadonlyMap<number, number> } | { readonly reason: string } {
  const at = new Map<number, number>();
  const positions = new Set<number>();
  for (const { column, text } of heads) {
    const found = block.direction === 'down' ? columnOf(block, text) : undefined;
    if (found) at.set(column, block.columns.indexOf(found));
    else if (isHeadElsewhere(layout, text))
      return { reason: `表头“${text}”与所选的格对不上。请连同行名一起复制，或在它所在的表中粘贴。` };
  }
  for (const position of at.values()) {
    if (positions.has(position)) return { reason: '复制的内容里有两列同名，看不出各数属于哪一列。' };
    positions.add(position);
  }
  return { at };
}

function isHeadElsewhere({ tables }: Layout, text: string): boolean {
  return Object.values(tables).some(({ blocks }) => blocks.some((block) => columnOf(block, text) !== undefined));
}
