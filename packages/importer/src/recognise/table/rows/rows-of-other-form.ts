import {
  addValues,
  formOf,
  forms,
  isAnswered,
  type Form,
  type Layout,
  type UndividedRow,
  type Value,
} from '@gongkai/schema';
import type { Alignment, AlignedRow } from '../alignment/align-rows.ts';
import type { Headings } from '../alignment/column-headings.ts';
import { readHeading } from '../alignment/column-headings.ts';
import { labelIndex, type RowLabels } from '../alignment/labels.ts';
import { matchRow, nearness } from '../alignment/match-label.ts';
import { readRow, type ReadCell, type ReadRow, type SumCheck } from './read-row.ts';
import type { ValueRow } from '../cells/value-rows.ts';

/** Rows read according to another official form: one row for several, or several for one. */
export interface RowsOfOtherForm {
  readonly rows: readonly ReadRow[];
  /** Rows of the source that were read in this way. */
  readonly used: readonly ValueRow[];
  readonly undivided: readonly UndividedRow[];
  /** Labels of rows that this form does not have. */
  readonly extraLabels: readonly string[];
}

interface Split {
  readonly form: Form;
  readonly from: string;
  readonly into: readonly string[];
}

/**
 * Reads the rows that one official form has as one and the other as several, by the lineage of the forms. One row for
 * several gives them only its zeros; several for one are added up. All of these figures are inferred.
 */
export function rowsOfOtherForm(
  form: Form,
  alignment: Alignment,
  headings: Headings,
  sumsHold: SumCheck,
): RowsOfOtherForm {
  const labels = new Map(labelIndex(form).rows.map((row) => [`${row.table}.${row.row.key}`, row]));
  const found = new Set(alignment.aligned.flatMap(({ match }) => match.rows));
  const read = (row: ValueRow, as: RowLabels): ReadRow => {
    const aligned: AlignedRow = { row, match: { rows: [as], certainty: 'inferred', nearness: nearness.alias } };
    return readRow(aligned, headings.get(as.block) ?? readHeading(as.block, row.before), sumsHold);
  };

  const results = splitsOf(form).map(({ form: later, from, into }): RowsOfOtherForm => {
    const nothing = { rows: [], used: [], undivided: [], extraLabels: [] };
    if (later === form) {
      const own = into.map((key) => labels.get(key)!);
      const row = extraRowLike(alignment, formOf(form.lineage!.previous), from);
      if (!row || own.some((one) => found.has(one))) return nothing;
      return divided(row, read(row, own[0]!), own);
    }
    const own = labels.get(from)!;
    const rows = into.map((key) => extraRowLike(alignment, later, key));
    if (found.has(own) || rows.some((row) => !row)) return nothing;
    return added(
      rows as ValueRow[],
      (rows as ValueRow[]).map((row) => read(row, own)),
    );
  });
  return {
    rows: results.flatMap(({ rows }) => rows),
    used: results.flatMap(({ used }) => used),
    undivided: results.flatMap(({ undivided }) => undivided),
    extraLabels: results.flatMap(({ extraLabels }) => extraLabels),
  };
}

/** The rows that were split or merged between this form and its neighbouring forms. */
function splitsOf(form: Form): Split[] {
  const later = forms.filter(({ lineage }) => lineage?.previous === form.id);
  return [form, ...later].flatMap((one) => (one.lineage?.splitRows ?? []).map((split) => ({ form: one, ...split })));
}

/** The source row that has no place in its own form and matches this row of the other form. */
function extraRowLike({ extra }: Alignment, other: Layout, key: string): ValueRow | undefined {
  const index = labelIndex(other);
  const rows = extra.filter((row) =>
    matchRow(row, [], index)?.rows.some((labels) => `${labels.table}.${labels.row.key}` === key),
  );
  return rows.length === 1 ? rows[0] : undefined;
}

/**
 * One row for several: if it is 0, all of them are 0; otherwise its value cannot be assigned to any of them with
 * certainty.
 */
function divided(row: ValueRow, whole: ReadRow, own: readonly RowLabels[]): RowsOfOtherForm {
  const label = row.own.at(-1)!.text;
  const rows = own.map((labels): ReadRow => ({
    ...whole,
    aligned: { row, match: { rows: [labels], certainty: 'inferred', nearness: nearness.alias }, divides: label },
    cells: whole.cells.map((cell): ReadCell => {
      const { doubt: _, conversion: __, remark: ___, ...rest } = cell;
      const isZero = isAnswered(cell.value) && Number(cell.value) === 0;
      const isBlank = cell.value === null && cell.certainty !== 'unread';
      return {
        ...rest,
        row: labels,
        key: `${labels.table}.${labels.row.key}.${cell.column.key}`,
        value: isZero ? cell.value : null,
        certainty: isZero || isBlank ? 'inferred' : 'unread',
      };
    }),
  }));
  const values = Object.fromEntries(whole.cells.map(({ column, value }) => [column.key, value]));
  const isWhole = Object.values(values).some((value) => isAnswered(value) && Number(value) !== 0);
  const keys = own.map(({ table, row: { key } }) => `${table}.${key}`);
  return { rows, used: [row], undivided: isWhole ? [{ label, rows: keys, values }] : [], extraLabels: [] };
}

/** Several rows for one: their sum, if all of them were read. */
function added(rows: readonly ValueRow[], parts: readonly ReadRow[]): RowsOfOtherForm {
  const [first] = parts;
  const names = rows.map(({ own }) => own.at(-1)!.text);
  const failure = parts.find((part) => part.failure !== undefined)?.failure;
  const cells = first!.cells.map((cell, at): ReadCell => {
    const all = parts.map((part) => part.cells[at]!);
    const raw = all.map((one) => one.raw || '空').join(' + ');
    if (all.some(({ certainty }) => certainty === 'unread')) return { ...cell, raw, value: null, certainty: 'unread' };
    const value: Value = addValues(all.map((one) => one.value));
    return { ...cell, raw, value, certainty: 'inferred' };
  });
  const aligned = { ...first!.aligned, adds: names.join('、') };
  return {
    rows: [{ ...first!, aligned, cells, ...(failure === undefined ? {} : { failure }) }],
    used: rows,
    undivided: [],
    extraLabels: names,
  };
}
