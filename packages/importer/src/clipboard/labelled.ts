import { cellOf, type Block, type Form } from '@gongkai/schema';
import { matchKey } from '../recognise/text/match-key.ts';
import type { Line } from '../recognise/text/lines.ts';
import { align, type AlignedRow } from '../recognise/table/alignment/align-rows.ts';
import { createLabelClassifier } from '../recognise/table/alignment/label-classifier.ts';
import { labelIndex } from '../recognise/table/alignment/labels.ts';
import { readRow, type ReadCell, type ReadRow, type SumCheck } from '../recognise/table/rows/read-row.ts';
import { mergeRepeatedRows } from '../recognise/table/rows/repeated-rows.ts';
import { createSumCheck } from '../recognise/table/rows/sums.ts';
import { findValueRows } from '../recognise/table/cells/value-rows.ts';
import { copiedHeading, type CopiedHeading } from './labelled-heading.ts';
import { refused, type PastedCell, type PasteOutcome } from './outcome.ts';

/**
 * Places rows of figures by the labels copied with them, regardless of the cell that is pasted at; undefined if no
 * label of the form is among them. A row that cannot be placed with certainty is left out and named.
 */
export function pasteByLabels(form: Form, lines: readonly Line[], at: string): PasteOutcome | undefined {
  const index = labelIndex(form);
  const found = findValueRows(lines, createLabelClassifier(index));
  const { aligned, extra, unplaced } = align([{ ...found, table: undefined }], index);
  const labelled = aligned.filter(({ byOrder }) => !byOrder).toSorted((a, b) => a.row.line - b.row.line);
  if (labelled.length === 0) return undefined;

  const blocks = new Map<Block, CopiedHeading>();
  for (const { match } of labelled) {
    const { block } = match.rows[0]!;
    if (blocks.has(block)) continue;
    const rows = labelled.filter((other) => other.match.rows[0]!.block === block);
    const heading = copiedHeading(block, rows[0]!.row, index);
    blocks.set(block, withAnchor(heading, form, rows[0]!, at));
  }
  const holds = createSumCheck(form);
  const { rows, notes } = mergeRepeatedRows(
    labelled.map((row) => readRow(row, blocks.get(row.match.rows[0]!.block)!.heading, holds)),
  );
  const faults = new Map(rows.map((row) => [row, pasteProblem(row, holds)]));
  const certain = rows.filter((row) => faults.get(row) === undefined);
  const leftOut = [
    ...rows.flatMap((row) => faults.get(row) ?? []),
    ...aligned.filter(({ byOrder }) => byOrder).map(({ row }) => `没有行名的一行（${rawText(row)}）`),
    ...extra.map((row) => `没有认出的行“${row.own.map(({ text }) => text).join('')}”`),
    ...unplaced.map((row) => `没有行名的一行（${rawText(row)}）`),
    ...notes.filter(({ level }) => level === 'warning').map(({ message }) => message.zh),
  ];
  const read = certain.flatMap(({ cells }) => cells);
  const unsure = read.filter((cell) => cell.unsure !== undefined);
  leftOut.push(...unsure.map(({ row, raw, unsure: why }) => `“${row.row.label}”一行的“${raw}”：${why}`));
  const cells = read.filter((cell) => cell.unsure === undefined).map(pastedCell);
  if (cells.length === 0) return refused(`没有可以确定位置的数：${list(leftOut)}。`);
  const remarks = [...(leftOut.length > 0 ? [`没有粘贴：${list(leftOut)}`] : []), ...remarksOn(read)];
  const fill: PasteOutcome = { type: 'fill', cells, remarks };
  const unknown = [...new Set([...blocks.values()].flatMap((heading) => heading.unknown))];
  if (unknown.length === 0) return fill;
  return {
    type: 'question',
    question: `没有认出表头${list(unknown.map((text) => `“${text}”`))}。各列是按统一格式的次序排的吗？`,
    choices: [{ label: '是，按统一格式的列序粘贴', outcome: fill }],
  };
}

/**
 * If fewer figures than columns were copied without a heading, they begin at the cell pasted at, provided that it is in
 * their first row.
 */
function withAnchor(copied: CopiedHeading, form: Form, first: AlignedRow, at: string): CopiedHeading {
  const { block, row } = cellOf(form, at);
  const { order } = copied.heading;
  const from = block.columns.findIndex((column) => at.endsWith(`.${column.key}`));
  const wide = first.row.slots.length;
  const fits = first.match.rows.length === 1 && first.match.rows[0]!.row === row && from + wide <= block.columns.length;
  if (!fits || copied.heading.places || order !== block.columns || wide >= order.length) return copied;
  return { ...copied, heading: { ...copied.heading, order: order.slice(from, from + wide) } };
}

/** The reason why a row is not pasted. */
function pasteProblem({ aligned: { row, match }, cells, failure, repaired, surplus }: ReadRow, holds: SumCheck) {
  const name = `“${match.rows.map((labels) => labels.row.label).join('、')}”一行`;
  if (failure !== undefined) return `${name}：${failure}`;
  if (repaired || surplus > 0 || row.strays.length > 0) return `${name}：各数属于哪一列不确定（${rawText(row)}）`;
  const own = matchKey(row.own.at(-1)?.text ?? '');
  const begins = own.length >= 4 && match.rows[0]!.official.startsWith(own);
  if (match.certainty !== 'read' && !begins) return `行名“${match.wording}”与${name}相近，但不相同`;
  // In running text a blank may also separate thousands.
  const mayBeGroups =
    row.grid === undefined && /(?:^| )[1-9]\d{0,2} \d{3}(?: |$)/.test(row.slots.map(({ raw }) => raw).join(' '));
  if (mayBeGroups && !holds(new Map(cells.map(({ key, value }) => [key, value]))))
    return `${name}：数字之间的空格可能是千位分隔（${rawText(row)}）`;
  return undefined;
}

function pastedCell({ key, raw, value, certainty, remark }: ReadCell): PastedCell {
  const isRead = certainty !== 'unread' && remark === undefined;
  const isFigure = value !== null && typeof value !== 'object';
  return isRead && isFigure ? { cell: key, text: raw, value } : { cell: key, text: raw };
}

/** Remarks about the cells for the clerk: converted units and doubts about the source. */
function remarksOn(cells: readonly ReadCell[]): string[] {
  return cells.flatMap(({ row, column, raw, conversion, doubt, leftOut }) => {
    const said = [conversion?.includes('换算') ? conversion : undefined, doubt, leftOut].filter(Boolean);
    return said.length > 0 ? [`“${row.row.label}”的“${column.label}”（原文“${raw}”）：${said.join('，')}`] : [];
  });
}

function rawText({ slots }: AlignedRow['row']): string {
  return slots.map(({ raw }) => raw || '空').join('、');
}

const shown = 6;

function list(items: readonly string[]): string {
  return items.slice(0, shown).join('；') + (items.length > shown ? `；另有 ${items.length - shown} 处` : '');
}
