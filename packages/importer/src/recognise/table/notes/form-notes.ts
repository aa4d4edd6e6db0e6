import { tableOf, type Form } from '@gongkai/schema';
import { note, type ImportNote } from '../../../source/note.ts';
import type { Headings } from '../alignment/column-headings.ts';
import type { RowLabels } from '../alignment/labels.ts';

/** Notes about official rows and tables that were not found. */
export function missingNotes(
  form: Form,
  missing: readonly RowLabels[],
  hasText: (table: string) => boolean,
): ImportNote[] {
  return form.sections.flatMap(({ table, number, title }) => {
    if (!table) return [];
    const rows = missing.filter((labels) => labels.table === table);
    if (rows.length === 0) return [];
    const cells = rows.flatMap(({ row, block }) => block.columns.map(({ key }) => `${table}.${row.key}.${key}`));
    const all = tableOf(form, table).blocks.reduce((sum, { rows: { length } }) => sum + length, 0);
    if (rows.length === all)
      return [
        note(
          'table-missing',
          'warning',
          `没有读到第${number}部分“${title}”的表格（${hasText(table) ? '这里有文字，但分不出表格的各行各格' : '这里没有表格的文字，可能是图片'}），其中 ${cells.length} 格没有读入，请对照原文填写。`,
          { cells },
        ),
      ];
    return rows.map(({ row, block }) =>
      note('row-missing', 'warning', `没有找到“${number}”表的“${row.label}”一行，其中各格没有读入，请对照原文填写。`, {
        cells: block.columns.map(({ key }) => `${table}.${row.key}.${key}`),
      }),
    );
  });
}

/** Notes about column headings that were not found, differ or are in another order. */
export function headingNotes(headings: Headings): ImportNote[] {
  return [...headings].flatMap(([block, { unconfirmed, wordings, order }]) => {
    const notes: ImportNote[] = [];
    const name = block.caption ?? block.rows[0]!.label;
    if (unconfirmed.length > 0)
      notes.push(
        note(
          'heading-unconfirmed',
          'warning',
          `“${name}”的表头没有找到${unconfirmed.map(({ label }) => `“${label}”`).join('')}，按官方列序读取，请确认。`,
        ),
      );
    for (const [key, wording] of wordings)
      notes.push(
        note(
          'label-differs',
          'info',
          `列名“${block.columns.find((column) => column.key === key)!.label}”在原文写作“${wording}”。`,
        ),
      );
    if (order.some((column, at) => column !== block.columns[at]))
      notes.push(note('columns-reordered', 'info', `“${name}”的列序与官方不同，已按列名对应。`));
    return notes;
  });
}
