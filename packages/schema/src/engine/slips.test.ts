import { describe, expect, it } from 'vitest';
import { compile } from '../formulas/compile.ts';
import { forms } from '../forms/registry.ts';
import type { Report } from '../report/report.ts';
import { valuesOf, withValue } from '../report/values.ts';
import { consistentReport } from '../testing/consistent.ts';
import { checkFigures } from './check-figures.ts';
import { failures } from './failures.ts';
import { slipOf, splitOf } from './slips.ts';

describe('the slip by which a figure was written for another', () => {
  it.each([
    [1632, 1362, 'swapped_digits'],
    [21, 12, 'swapped_digits'],
    [13620, 1362, 'extra_digit'],
    [11362, 1362, 'extra_digit'],
    [13362, 1362, 'extra_digit'],
    [10, 1, 'extra_digit'],
  ] as const)('%i for %i is %s', (found, right, slip) => {
    expect(slipOf(found, right)).toBe(slip);
  });

  it.each([
    ['one other digit', 1363, 1362],
    ['three digits moved round', 2136, 1362],
    ['two digits swapped, and a third', 312, 134],
    ['two other digits', 1922, 1362],
    ['two digits, one of which moved', 12, 31],
    ['two digits, the other of which moved', 12, 23],
    ['two digits too many', 136200, 1362],
    ['a digit too few', 136, 1362],
    ['a digit more, and another', 19620, 1362],
    ['something for nothing', 10, 0],
    ['something for less than nothing', 12, -12],
    ['a sign', -12, 12],
  ])('%s is none', (_name, found, right) => {
    expect(slipOf(found, right)).toBeUndefined();
  });
});

describe.each(forms)('a number split over two neighbours in $id', (form) => {
  const [first, second, last] = ['naturalPersons', 'businesses', 'total'].map((column) => `requests.granted.${column}`);
  const whole = (key: string, value: number) => consistentReport(form, (each) => (each === key ? value : 0));
  const put = (report: Report, cells: Readonly<Record<string, number>>) =>
    Object.entries(cells).reduce((changed, [key, value]) => withValue(form, changed, key, value), report);
  const named = (report: Report) =>
    failures(checkFigures(form, report)).flatMap(({ suspects = [] }) =>
      suspects.filter(({ slip }) => slip === 'split_number').map(({ cell, value }) => `${cell} ${value}`),
    );

  it('is put together in the left cell', () => {
    const found = named(put(whole(first!, 1362), { [first!]: 13, [second!]: 62 }));
    expect(new Set(found)).toEqual(new Set([`${first} 1362`, `${second} 0`]));
  });

  it('or in the right one', () => {
    const found = named(put(whole(second!, 1362), { [first!]: 1, [second!]: 362 }));
    expect(new Set(found)).toEqual(new Set([`${first} 0`, `${second} 1362`]));
  });

  it('also where its second part is a zero', () => {
    const found = named(put(whole(second!, 50), { [first!]: 5, [second!]: 0 }));
    expect(new Set(found)).toEqual(new Set([`${first} 0`, `${second} 50`]));
  });

  it("is not a number that stands in its neighbour's cell", () => {
    expect(named(put(whole(first!, 1362), { [first!]: 0, [second!]: 1362 }))).toEqual([]);
  });

  it('is not put together over two rows', () => {
    const rows = ['requests.granted.total', 'requests.partlyGranted.naturalPersons'] as const;
    expect(named(put(whole(first!, 1362), { [rows[0]]: 13, [rows[1]]: 62 }))).toEqual([]);
  });

  it('is not seen where a part is no whole number', () => {
    expect(named(withValue(form, put(whole(first!, 1362), { [second!]: 62 }), first!, '13'))).toEqual([]);
    expect(named(withValue(form, put(whole(first!, 1362), { [first!]: 13 }), second!, '62'))).toEqual([]);
  });

  it('is not seen where a part is blank, negative or missing', () => {
    const sound = whole(first!, 1362);
    expect(named(put(sound, { [first!]: -13, [second!]: 62 }))).toEqual([]);
    expect(named(put(sound, { [first!]: 13, [second!]: -62 }))).toEqual([]);
    expect(named(withValue(form, put(sound, { [first!]: 13 }), second!, null))).toEqual([]);
    expect(named(withValue(form, put(sound, { [second!]: 62 }), first!, null))).toEqual([]);
  });

  it('is not seen where putting it together leaves a sum that fails', () => {
    expect(named(put(whole(first!, 1362), { [first!]: 13, [second!]: 62, [last!]: 1300 }))).toEqual([]);
  });

  it('is not named where it may be put together in either cell', () => {
    const { formula } = form.figureRules.find(({ id }) => id === 'R31')!;
    const instance = compile(form, formula!).find(({ cells }) => cells[0]!.key === first)!;
    const values = valuesOf(form, put(whole(first!, 1362), { [first!]: 13, [second!]: 62 }).tables);
    expect(splitOf(form, values, [{ instance, residual: 13 + 62 - 1362 }])).toBeUndefined();
  });

  it('is seen beside sums that a blank cell elsewhere leaves open', () => {
    const split = put(whole(first!, 1362), { [first!]: 13, [second!]: 62 });
    const open = withValue(form, split, 'litigation.reconsideration.total', null);
    expect(new Set(named(open))).toEqual(new Set([`${first} 1362`, `${second} 0`]));
  });
});
