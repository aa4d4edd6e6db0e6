import type { Form } from '../engine/form.ts';
import { compile, type Sum } from '../formulas/compile.ts';
import { cellsOf } from '../layout/cells.ts';
import { totalsOf } from './totals.ts';

/** Address of a cell in a sheet, such as D7. */
export type AddressOf = (cellKey: string) => string;

/** A check written as a spreadsheet formula that is TRUE where the figures agree. */
export interface SheetCheck {
  readonly rule: string;
  readonly place: string;
  readonly formula: string;
}

/**
 * For each total of a table the formula that computes it, by cell key.
 * @param form an official form, as `formOf` gives it
 * @param table key of a table
 * @param addressOf gives the address of a cell by its key, such as D7
 * @returns formulas that begin with =, by the key of the total
 * @example totalFormulas(form, 'requests', addressOf).get('requests.total.total')
 */
export function totalFormulas(form: Form, table: string, addressOf: AddressOf): Map<string, string> {
  return new Map([...totalsOf(form, table)].map(([total, parts]) => [total, `=${plus(parts.map(addressOf))}`]));
}

/**
 * The form's relations within a report as spreadsheet formulas; a check over a blank cell shows nothing.
 * @param form an official form, as `formOf` gives it
 * @param table key of a table
 * @param addressOf gives the address of a cell by its key, such as D7
 * @returns one formula for each place of each rule on that table
 * @example checkFormulas(form, 'requests', addressOf)[0]?.formula
 */
export function checkFormulas(form: Form, table: string, addressOf: AddressOf): SheetCheck[] {
  const cells = cellsOf(form);
  const write = ({ terms, constant }: Sum) =>
    terms.length === 0
      ? String(constant)
      : terms
          .map(({ index, factor }, at) => {
            const address = addressOf(cells[index]!.key);
            const size = Math.abs(factor) === 1 ? address : `${Math.abs(factor)}*${address}`;
            return factor < 0 ? `-${size}` : `${at === 0 ? '' : '+'}${size}`;
          })
          .join('') + (constant === 0 ? '' : `${constant < 0 ? '' : '+'}${constant}`);
  return form.figureRules.flatMap(({ id, formula }) => {
    if (formula?.table !== table) return [];
    return compile(form, formula)
      .filter(({ usesPrevious }) => !usesPrevious)
      .map(({ label, left, is, right, cells: used }) => {
        const blanks = used.map(({ key }) => addressOf(key)).join(',');
        const relation = `${write(left)}${is}${write(right)}`;
        return { rule: id, place: label, formula: `=IF(COUNT(${blanks})<${used.length},"",${relation})` };
      });
  });
}

/** Addresses added up, a run in one row or column as a range. */
function plus(addresses: readonly string[]): string {
  const first = addresses[0]!;
  const last = addresses.at(-1)!;
  return isRun(addresses) ? `SUM(${first}:${last})` : addresses.join('+');
}

function isRun(addresses: readonly string[]): boolean {
  const places = addresses.map(parse);
  return (
    addresses.length > 2 &&
    (places.every(({ row, column }, at) => row === places[0]!.row && column === places[0]!.column + at) ||
      places.every(({ row, column }, at) => column === places[0]!.column && row === places[0]!.row + at))
  );
}

function parse(address: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address)!;
  const column = [...letters!].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}
