import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { cellsOf } from '../layout/cells.ts';
import { checkFormulas, totalFormulas } from './spreadsheet.ts';
import { totalsOf } from './totals.ts';

const form = forms.at(-1)!;
const columns = form.tables.requests!.blocks[0]!.columns.map(({ key }) => key);
const rows = form.tables.requests!.blocks[0]!.rows.map(({ key }) => key);
const address = (key: string) => {
  const [, row, column] = key.split('.');
  return `${String.fromCharCode(66 + columns.indexOf(column!))}${rows.indexOf(row!) + 2}`;
};

describe('totals', () => {
  it.each(forms)('of $id are the total column, row （七） and the totals of table four', (each) => {
    const totals = [...totalsOf(each, 'requests').keys(), ...totalsOf(each, 'litigation').keys()];
    const expected = cellsOf(each)
      .filter(({ row, column, table }) => table !== 'disclosure' && (column.key === 'total' || row.key === 'total'))
      .map(({ key }) => key);
    expect(totals.toSorted()).toEqual(expected.toSorted());
  });

  it('are written as sums over ranges', () => {
    const formulas = totalFormulas(form, 'requests', address);
    expect(formulas.get('requests.received.total')).toBe('=SUM(B2:G2)');
    expect(formulas.get('requests.total.naturalPersons')).toBe('=SUM(B4:B24)');
  });
});

it('writes every relation as a check that shows nothing over blanks', () => {
  const checks = checkFormulas(form, 'requests', address);
  expect(checks).toContainEqual({
    rule: 'R29',
    place: '总计',
    formula: '=IF(COUNT(H2,H3,H25,H26)<4,"",H2+H3=H25+H26)',
  });
  expect(checks).toContainEqual({ rule: 'R36', place: '总计', formula: '=IF(COUNT(H2,H26)<2,"",4*H26<=H2)' });
  expect(checks.filter(({ rule }) => rule === 'R60')).toEqual([]);
});
