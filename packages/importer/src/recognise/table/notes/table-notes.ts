import { formatValue, rowCode, type Layout } from '@gongkai/schema';
import { note, type ImportNote } from '../../../source/note.ts';
import type { Alignment } from '../alignment/align-rows.ts';
import type { RowLabels } from '../alignment/labels.ts';
import type { ReadCell, ReadRow } from '../rows/read-row.ts';

/** Notes about the tables as they were read. */
export function tableNotes(layout: Layout, rows: readonly ReadRow[], alignment: Alignment): ImportNote[] {
  const name = namesOf(layout);
  return [
    ...rows.flatMap((row) => rowNotes(row, name)),
    ...divisionNotes(rows, name),
    ...blankNotes(layout, rows, name),
    ...alignment.extra.map(({ own, slots }) =>
      note('extra-row', 'warning', `官方格式没有“${own.map(({ text }) => text).join('')}”这一行，其中的数没有读入。`, {
        place: slots[0]!.place,
      }),
    ),
    ...alignment.unplaced.map(({ slots }) =>
      note(
        'row-without-label',
        'warning',
        `有一行数字没有行名，不能确定属于哪一行，没有读入（原文：${slots.map(({ raw }) => raw || '空').join('、')}）。`,
        { place: slots[0]!.place },
      ),
    ),
  ];
}

type Names = (row: RowLabels) => string;

/** Short names of rows by official codes: 三（三）1 属于国家秘密 would be long, so the name is 三.（三）1. */
function namesOf(layout: Layout): Names {
  const numbers = new Map(layout.sections.flatMap(({ table, number }) => (table ? [[table, number]] : [])));
  return ({ table, row }) => `${numbers.get(table)}.${rowCode(row)}`;
}

/** Writes one note for each source row that stands for several official rows. */
function divisionNotes(rows: readonly ReadRow[], name: Names): ImportNote[] {
  return rows.flatMap(({ aligned: { divides, match, row } }, at) => {
    if (divides === undefined || rows[at - 1]?.aligned.row === row) return [];
    const all = rows.filter((one) => one.aligned.row === row);
    const cells = all.flatMap((one) => one.cells);
    const stood = cells.filter((cell) => cell.row === match.rows[0] && cell.certainty === 'unread');
    const names = all.map((one) => name(one.aligned.match.rows[0]!)).join('、');
    const whole = stood.map(({ column, raw }) => `${column.label} ${raw}`).join('、');
    return [
      note(
        'row-undivided',
        'warning',
        stood.length === 0
          ? `原文“${divides}”只有一行，各数都是 0，所以“${names}”都读作 0，请确认。`
          : `原文“${divides}”只有一行（${whole}），没有分到“${names}”，照合计保留，各行请对照台账填写；是 0 的各格读作 0。`,
        { cells: cells.map(({ key }) => key), place: row.slots[0]!.place },
      ),
    ];
  });
}

function rowNotes({ aligned, cells, surplus, failure, repaired, addsUp }: ReadRow, name: Names): ImportNote[] {
  if (aligned.divides !== undefined) return [];
  const { match, byOrder, row } = aligned;
  const about = { cells: cells.map(({ key }) => key), place: row.slots[0]!.place };
  const names = match.rows.map(name).join('、');
  const notes: ImportNote[] = [];
  if (failure !== undefined)
    notes.push(note('row-unread', 'warning', `“${names}”没有读入：${failure}。请对照原文填写。`, about));
  if (byOrder)
    notes.push(
      note(
        'row-by-order',
        'warning',
        `有一行数字没有行名，按官方次序放在“${names}”${addsUp === undefined ? '' : addsUp ? '，合计相符' : '，但合计不符'}，请对照原文确认。`,
        about,
      ),
    );
  else if (aligned.adds !== undefined)
    notes.push(note('rows-added', 'warning', `“${names}”按原文“${aligned.adds}”各行之和读取，请确认。`, about));
  else if (match.certainty === 'inferred')
    notes.push(
      note('row-by-likeness', 'warning', `行名“${match.wording}”与官方不同，按相近读作“${names}”，请确认。`, about),
    );
  else if (match.wording !== undefined)
    notes.push(note('label-differs', 'info', `“${names}”在原文写作“${match.wording}”。`, about));
  if (surplus > 0)
    notes.push(
      note(
        'surplus-cells',
        'info',
        `“${names}”比列数多出 ${surplus} 个数；各数相同，怎样对列结果都一样，已读入。`,
        about,
      ),
    );
  if (repaired)
    notes.push(note('row-repaired', 'warning', `“${names}”的格数与列数不符，按合计关系对列，请确认。`, about));
  if (failure === undefined) notes.push(...cells.flatMap((cell) => cellNotes(cell, name)));
  return notes;
}

function cellNotes(cell: ReadCell, nameOf: Names): ImportNote[] {
  const { conversion, doubt, remark, value, raw, unsure, leftOut } = cell;
  const name = `${nameOf(cell.row)}.${cell.column.label}`;
  const about = { cells: [cell.key], place: cell.place };
  const notes: ImportNote[] = [];
  if (cell.certainty === 'unread')
    notes.push(
      note(
        'cell-unread',
        'warning',
        `“${name}”没有读入${unsure === undefined ? '' : `：${unsure}`}${raw === '' ? '' : `，原文是“${raw}”`}。请对照原文填写。`,
        about,
      ),
    );
  if (leftOut !== undefined) notes.push(note('left-out', 'info', `“${name}”一格里${leftOut}没有读作数字。`, about));
  if (conversion !== undefined)
    notes.push(
      note(
        'converted',
        'info',
        `“${name}”原文“${raw}”，读作 ${formatValue(value, cell.column.measure)}（${conversion}）。`,
        about,
      ),
    );
  if (doubt !== undefined) notes.push(note('doubtful', 'warning', `“${name}”原文“${raw}”${doubt}，请确认。`, about));
  if (remark !== undefined) notes.push(note('remark', 'info', `“${name}”的数后有说明：${remark}。`, about));
  if (typeof value === 'object' && value !== null)
    notes.push(note('not-applicable', 'info', `“${name}”写作“${value.na}”，照原样保留，不当作 0。`, about));
  return notes;
}

/** Writes one note for the blank cells of each table. */
function blankNotes(layout: Layout, rows: readonly ReadRow[], name: Names): ImportNote[] {
  return Object.keys(layout.tables).flatMap((table) => {
    const cells = rows.flatMap((row) => row.cells).filter((cell) => cell.row.table === table && isBlank(cell));
    if (cells.length === 0) return [];
    const named = new Set(cells.map((cell) => name(cell.row)));
    const listed = [...named].slice(0, 5).join('、') + (named.size > 5 ? '等' : '');
    return [
      note('blank-cells', 'warning', `${listed}有 ${cells.length} 格空白，按空白保留，不当作 0。`, {
        cells: cells.map(({ key }) => key),
        place: cells[0]!.place,
      }),
    ];
  });
}

function isBlank({ value, certainty }: ReadCell): boolean {
  return value === null && certainty !== 'unread';
}
