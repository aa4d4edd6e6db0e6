import { cellsOf, findCell, forms, type Cell, type Form } from '@gongkai/schema';
import { ApiError } from '../common/errors.ts';

/** One cell by its meaning, with its position in each form. */
export interface CellChoice {
  /** The cell in the form by whose names it was chosen. */
  readonly cell: Cell;
  readonly byForm: ReadonlyMap<string, Cell>;
}

/**
 * Finds cells by code or key. A code is that of the requested form, or of the newest; other forms have the cell under
 * the same key, unless the row has another meaning there.
 * @throws {ApiError} unknown_cell
 */
export function chooseCells(names: readonly string[], own?: Form): CellChoice[] {
  const newest = forms.toReversed();
  const order = own ? [own, ...newest.filter((form) => form !== own)] : newest;
  return [...new Set(names)].map((name) => {
    for (const form of order) {
      const cell = findCell(form, name);
      if (cell) return { cell, byForm: sameIn(form, cell) };
    }
    throw new ApiError(
      'unknown_cell',
      `没有数据项“${name.slice(0, 50)}”。请用统一格式中的代码，例如 三.一.总计；全部代码见开放接口的 /forms`,
    );
  });
}

/** Returns the chosen cells of the form; all of them if none was chosen. */
export function cellsIn(form: Form, choices: readonly CellChoice[] | undefined): readonly Cell[] {
  if (!choices) return cellsOf(form);
  return choices.flatMap(({ byForm }) => byForm.get(form.id) ?? []);
}

function sameIn(chosen: Form, cell: Cell): ReadonlyMap<string, Cell> {
  return new Map(
    forms.flatMap((form) => {
      const found = meansSame(chosen, form, cell) && findCell(form, cell.key);
      return found ? [[form.id, found] as const] : [];
    }),
  );
}

/** Returns whether the cell's row keeps its meaning between the two forms. */
function meansSame(one: Form, other: Form, { table, row }: Cell): boolean {
  const position = ({ id }: Form) => forms.findIndex((form) => form.id === id);
  const [first, last] = [position(one), position(other)].sort((a, b) => a - b);
  return forms
    .slice(first! + 1, last! + 1)
    .every(({ lineage }) => !lineage?.changedRows.some((changed) => changed === `${table}.${row.key}`));
}
