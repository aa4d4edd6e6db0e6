import { checkFormulas, type Form } from '@gongkai/schema';
import type { Cell, WriteSheet } from 'hucre/xlsx';
import { disagreementStyle, headingStyle, labelStyle } from './cells.ts';
import type { TableSheet } from './table-sheet.ts';

const words = { agrees: '相符', differs: '不符', incomplete: '未填全' } as const;

/** A sheet with every relation of the form as a formula that follows the figures; nothing where a form has none. */
export function checkSheet(form: Form, sheets: readonly TableSheet[]): WriteSheet | undefined {
  const figures = new Map<string, number | undefined>();
  const checks = sheets.flatMap(({ table, addresses, name, figures: own }) => {
    const addressOf = (key: string) => `'${name}'!${addresses.get(key)!}`;
    for (const [key, value] of own) figures.set(addressOf(key), value);
    return checkFormulas(form, table, addressOf);
  });
  if (checks.length === 0) return undefined;
  const cells = new Map<string, Partial<Cell>>();
  const text = (row: number, column: number, value: string, align: 'start' | 'center' = 'start') =>
    cells.set(`${row},${column}`, { value, type: 'string', style: labelStyle(align) });
  cells.set('0,0', { value: '勾稽关系核对（随填报自动计算）', type: 'string', style: headingStyle });
  ['规则', '位置', '结果'].forEach((label, column) => text(1, column, label, 'center'));
  checks.forEach(({ rule, place, formula }, at) => {
    const relation = formula.slice(1);
    text(at + 2, 0, form.figureRules.find(({ id }) => id === rule)?.title.zh ?? rule);
    text(at + 2, 1, place);
    cells.set(`${at + 2},2`, {
      type: 'formula',
      value: null,
      formula: `IF(ISTEXT(${relation}),"${words.incomplete}",IF(${relation},"${words.agrees}","${words.differs}"))`,
      // Programs that do not calculate show this.
      formulaResult: resultOf(relation, figures),
      style: labelStyle('center'),
    });
  });
  return {
    name: '核对',
    cells,
    columns: [{ width: 44 }, { width: 48 }, { width: 10 }],
    freezePane: { rows: 2 },
    conditionalRules: [
      {
        type: 'expression',
        priority: 1,
        range: `C3:C${checks.length + 2}`,
        formula: `C3="${words.differs}"`,
        style: disagreementStyle,
      },
    ],
    protection: { sheet: true },
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

const reference = /'[^']+'![A-Z]+\d+/g;

/** What the relation of a check says of the figures as they are written. */
function resultOf(relation: string, figures: ReadonlyMap<string, number | undefined>): string {
  const used = relation.match(reference) ?? [];
  if (used.some((address) => figures.get(address) === undefined)) return words.incomplete;
  // The formula ends with `"",LEFT=RIGHT)`.
  const compared = relation.slice(relation.indexOf('"",') + 3, -1);
  const comparison = />=|<=|=/.exec(compared)![0];
  const [left, right] = compared.split(comparison, 2) as [string, string];
  const difference = Math.round((sum(left, figures) - sum(right, figures)) * 1e6) / 1e6;
  const holds = comparison === '=' ? difference === 0 : comparison === '>=' ? difference >= 0 : difference <= 0;
  return holds ? words.agrees : words.differs;
}

/** The sum of terms such as `A1+2*B1-3`. */
function sum(expression: string, figures: ReadonlyMap<string, number | undefined>): number {
  const terms = expression.matchAll(/([+-]?)(?:(\d+(?:\.\d+)?)\*)?('[^']+'![A-Z]+\d+|\d+(?:\.\d+)?)/g);
  let total = 0;
  for (const [, sign, factor = '1', operand] of terms)
    total += (sign === '-' ? -1 : 1) * Number(factor) * (figures.get(operand!) ?? Number(operand));
  return total;
}
