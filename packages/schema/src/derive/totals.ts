import type { Form } from '../engine/form.ts';
import type { Expression } from '../formulas/formula.ts';
import { compile } from '../formulas/compile.ts';
import { cellsOf, tableOf } from '../layout/cells.ts';
import type { Measure } from '../layout/layout.ts';
import { tableModel, type BlockModel } from './table-model.ts';

/** A cell to be filled in. */
export interface EntryCell {
  readonly cell: string;
  readonly code: string;
  readonly measure: Measure;
  /** Cells that add up to this one: it can be reckoned instead of typed. */
  readonly sumOf?: readonly string[];
}

/** A block of the official table as lines of cells to be filled in. */
export interface EntryBlock {
  readonly model: BlockModel;
  /** Cells by line and column, in the order in which the Enter and arrow keys go. */
  readonly lines: readonly (readonly EntryCell[])[];
}

/** What an entry grid needs of a table: the official layout, and for each cell its measure and what it sums up. */
export function entryGrid(form: Form, table: string): EntryBlock[] {
  const cells = new Map(cellsOf(form).map((cell) => [cell.key, cell]));
  const sums = totalsOf(form, table);
  const model = tableModel(form, table);
  return tableOf(form, table).blocks.map((block, at) => ({
    model: model.blocks[at]!,
    lines: model.blocks[at]!.body.map((line) =>
      line.flatMap(({ cell: key }) => {
        if (!key) return [];
        const { code, measure } = cells.get(key)!;
        const sumOf = sums.get(key);
        return [{ cell: key, code, measure, ...(sumOf && { sumOf }) }];
      }),
    ),
  }));
}

/** For each total of a table the cells that add up to it, read from the form's own sums. */
export function totalsOf(form: Form, table: string): Map<string, readonly string[]> {
  const totals = new Map<string, readonly string[]>();
  for (const { formula } of form.figureRules) {
    if (formula?.table !== table || formula.relation.is !== '=' || !isTotal(formula.relation.right)) continue;
    for (const { left, right, usesPrevious } of compile(form, formula)) {
      const [total] = right.terms;
      const keys = left.terms.map(({ index }) => cellsOf(form)[index]!.key);
      const key = cellsOf(form)[total!.index]!.key;
      if (!usesPrevious && keys.length > 1 && !totals.has(key)) totals.set(key, keys);
    }
  }
  return totals;
}

function isTotal(expression: Expression): boolean {
  return typeof expression === 'string';
}
