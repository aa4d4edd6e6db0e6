import { note, type ImportNote } from '../../../source/note.ts';
import type { ReadRow } from './read-row.ts';

/** Keeps a duplicated row once if both copies are equal; otherwise it keeps neither. */
export function mergeRepeatedRows(rows: readonly ReadRow[]): { rows: ReadRow[]; notes: ImportNote[] } {
  const kept = new Map<string, ReadRow>();
  const notes: ImportNote[] = [];
  for (const row of rows) {
    const key = row.aligned.match.rows.map((labels) => `${labels.table}.${labels.row.key}`).join(' ');
    const first = kept.get(key);
    if (!first) {
      kept.set(key, row);
      continue;
    }
    const { label } = row.aligned.match.rows[0]!.row;
    const about = { cells: row.cells.map((cell) => cell.key), place: row.cells[0]!.place };
    if (sameValues(first, row)) {
      notes.push(note('row-twice', 'info', `“${label}”一行出现两次，数字相同，只计一次。`, about));
      continue;
    }
    notes.push(note('row-twice', 'warning', `“${label}”一行出现两次，数字不同，没有读入。请对照原文填写。`, about));
    kept.set(key, {
      ...first,
      cells: first.cells.map((cell) => ({ ...cell, value: null, certainty: 'unread' as const })),
      failure: '出现两次，数字不同',
    });
  }
  return { rows: [...kept.values()], notes };
}

function sameValues(a: ReadRow, b: ReadRow): boolean {
  return JSON.stringify(a.cells.map(({ value }) => value)) === JSON.stringify(b.cells.map(({ value }) => value));
}
