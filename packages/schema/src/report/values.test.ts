import { describe, expect, it } from 'vitest';
import { checkFigures } from '../engine/check-figures.ts';
import { failures } from '../engine/failures.ts';
import { forms } from '../forms/registry.ts';
import { cellsOf } from '../layout/cells.ts';
import { blankReport, uniformTables } from './blank.ts';
import { parseReport } from '../forms/parse-report.ts';
import type { Value } from './value.ts';
import { valueAt, withValue } from './values.ts';

describe.each(forms)('a cell of $id', (form) => {
  const blank = blankReport(form, { name: '云溪县水务局' }, form.years.from, 'own');
  const zeros = { ...blank, tables: uniformTables(form, 0) };

  it('is read and written by its key and by its official code', () => {
    for (const { key, code } of cellsOf(form))
      for (const [written, read] of [
        [key, code],
        [code, key],
      ] as const)
        expect(valueAt(form, withValue(form, blank, written, { na: '/' }), read)).toEqual({ na: '/' });
  });

  it.each([
    ['requests.recieved.total', 'requests.received.total'],
    ['三.一.总汁', '三.一.总计'],
    ['三.一', undefined],
  ])('named %s is refused alike in reading and writing', (name, meant) => {
    const words = meant ? `${name}; did you mean ${meant}?` : name;
    for (const use of [() => valueAt(form, blank, name), () => withValue(form, blank, name, 1)])
      expect(use).toThrow(new RangeError(`${form.id} has no cell ${words}`));
  });

  const amounts = cellsOf(form).filter(({ measure }) => measure === 'money');
  it.each<[Value, boolean]>([
    ['0', true],
    ['12.5', true],
    [0, false],
    [12.5, false],
  ])('of money takes %j or not, in the check of figures and in parsing alike', (value, right) => {
    expect(amounts.length).toBeGreaterThan(0);
    for (const { key } of amounts) {
      const report = withValue(form, zeros, key, value);
      expect(parseReport(report).ok).toBe(right);
      const wrong = failures(checkFigures(form, report)).filter(({ rule }) => rule === 'R12');
      expect(wrong.map(({ cells }) => cells)).toEqual(right ? [] : [[key]]);
    }
  });
});
