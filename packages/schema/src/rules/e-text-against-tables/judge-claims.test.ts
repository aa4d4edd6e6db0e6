import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import { sampleReport } from '../../catalogue/run-vector.ts';
import type { Vector } from '../../engine/vector.ts';
import { saidBy } from '../../testing/said.ts';
import { isPercentage, sumOf } from './judge-claims.ts';

const form = forms.at(-1)!;
const received = 'requests.received.total';
const fees = 'disclosure.administrativeFees.amount';

describe('a number in the text', () => {
  const text = '全年收到政府信息公开申请 12 件。';
  const said = (set: Vector['set']) => saidBy(form, 'R43', { set: set!, text: { overview: [text] } });
  const base = {
    ...{ severity: 'explain', scope: 'cell', cells: [received] },
    place: { section: 'overview', block: 0, start: 13, end: 17 },
  };
  const params = { what: '本年新收申请', whatEn: 'requests received', actual: 12, unit: '件', quote: text };

  it('agrees with its cells or not', () => {
    for (const [expected, verdict] of [
      [12, 'pass'],
      [13, 'fail'],
      [11, 'fail'],
      [0, 'fail'],
    ] as const)
      expect(said({ [received]: expected })).toEqual([
        { ...base, verdict, params: { ...params, expected }, expected, actual: 12 },
      ]);
  });

  it('is not judged where they are blank or not applicable', () => {
    const skipped = [{ ...base, verdict: 'skip', params, reason: 'blank_cells' }];
    expect(said({ [received]: null, 'requests.received.businesses': null })).toEqual(skipped);
    expect(said({ [received]: { na: '/' } })).toEqual(skipped);
  });

  it('is judged for each rule alone', () => {
    const two = { overview: ['政府信息公开申请中，答复 2 件，予以公开 4 件，结转下年度 3 件，上年结转 1 件。'] };
    for (const [id, value] of [
      ['R44', 1],
      ['R45', 2],
      ['R46', 3],
      ['R47', 4],
    ] as const)
      expect(saidBy(form, id, { text: two })).toMatchObject([{ verdict: 'fail', expected: 0, actual: value }]);
    expect(saidBy(form, 'R49', { text: two })).toEqual([]);
    const cases = { overview: ['政府信息公开行政复议 5 件。', '作出行政许可决定 6 件。', '废止规章 7 件。'] };
    expect(saidBy(form, 'R49', { text: cases })).toMatchObject([{ severity: 'explain', actual: 5 }]);
    expect(saidBy(form, 'R53', { text: cases })).toMatchObject([{ severity: 'explain', actual: 6 }]);
    expect(saidBy(form, 'R52', { text: cases })).toMatchObject([{ severity: 'hint', actual: 7 }]);
  });
});

describe('an amount of money', () => {
  const verdict = (amount: string, words: string) =>
    saidBy(form, 'R53', { set: { [fees]: amount }, text: { overview: [`收取行政事业性收费 ${words}。`] } })[0]!.verdict;

  it.each([
    ['12.345', ['123450 元', '123,450.00元', '12.345 万元', '12.34 万元', '12.35 万元', '12.3 万元', '12 万元']],
    ['12.345', ['12.3450 万元', '0.00123 亿元', '0.0012 亿元', '0.0012345 亿元', '0 亿元', '0.001235 亿元']],
    ['12.5', ['12 万元', '13 万元', '125000 元']],
    ['12.000055', ['120000 元', '120001 元', '120000.5 元', '120000.6 元', '120000.55 元']],
    ['5000', ['0 亿元', '1 亿元', '0.5 亿元', '50000000 元', '5000 万元']],
    ['15000', ['1 亿元', '2 亿元', '1.5 亿元']],
  ])('of %s may be rounded or cut: %j', (amount, wordings) => {
    for (const words of wordings) expect([words, verdict(amount, words)]).toEqual([words, 'pass']);
  });

  it.each([
    ['12.345', ['123449 元', '123451 元', '123450.01 元', '12.33 万元', '12.36 万元', '12.346 万元', '13 万元']],
    ['12.345', ['12.345 元', '12.345 亿元', '0.00124 亿元', '0.00122 亿元', '1 亿元', '12.4 万元', '12.2 万元']],
    ['12.4', ['13 万元', '11 万元']],
    ['4999', ['1 亿元']],
    ['0', ['1 元', '0.1 万元']],
  ])('of %s is none of %j', (amount, wordings) => {
    for (const words of wordings) expect([words, verdict(amount, words)]).toEqual([words, 'fail']);
  });
});

describe('the sum of cells', () => {
  const row = (name: string, column: string) => `requests.${name}.${column}`;
  const sum = (set: Vector['set'], ...keys: string[]) => sumOf(form, sampleReport(form, { set: set! }).tables, keys);

  it('takes a blank total from its row, where all of that is answered', () => {
    const [total, people, businesses] = ['total', 'naturalPersons', 'businesses'].map((column) =>
      row('received', column),
    );
    const parts = { [people!]: 3, [businesses!]: 4 };
    expect(sum({ ...parts, [total!]: null }, total!)).toBe(7);
    expect(sum({ ...parts, [total!]: 9 }, total!)).toBe(9);
    expect(sum({ ...parts, [total!]: null, [businesses!]: null }, total!)).toBe(null);
    expect(sum({ ...parts, [people!]: null }, people!)).toBe(null);
    expect(sum({ ...parts, [total!]: null, [row('carriedIn', 'total')]: 5 }, total!, row('carriedIn', 'total'))).toBe(
      12,
    );
    expect(sum({ [total!]: null, [row('carriedIn', 'naturalPersons')]: 5 }, total!)).toBe(0);
  });

  it('computes the total of a group of cases from its own columns', () => {
    const cases = (column: string) => `litigation.directLawsuits.${column}`;
    const other = { 'litigation.reconsideration.upheld': 9, 'litigation.lawsuitsAfterReconsideration.upheld': 9 };
    expect(sum({ ...other, [cases('total')]: null, [cases('upheld')]: 2, [cases('pending')]: 1 }, cases('total'))).toBe(
      3,
    );
  });
});

it('a percentage is rounded or cut at its decimals', () => {
  const right = (printed: number, decimals: number, part: number, whole: number) =>
    isPercentage(printed, decimals, part, whole);
  for (const printed of [34.1, 34.2]) expect(right(printed, 1, 275, 805)).toBe(true);
  for (const printed of [34, 34.3, 0]) expect(right(printed, 1, 275, 805)).toBe(false);
  expect([33, 34, 35, 36].map((printed) => right(printed, 0, 275, 805))).toEqual([false, true, false, false]);
  expect([12, 13, 14].map((printed) => right(printed, 0, 1, 8))).toEqual([true, true, false]);
  expect([28, 29, 30].map((printed) => right(printed, 0, 29, 100))).toEqual([false, true, false]);
  expect([0, 0.29, 0.57].map((printed) => right(printed, 2, 57, 10_000))).toEqual([false, false, true]);
  expect([100, 0].map((printed) => right(printed, 0, 3, 3))).toEqual([true, false]);
  expect([right(0, 0, 0, 3), right(1, 0, 0, 3)]).toEqual([true, false]);
  // Of nothing, nothing alone makes up 0 %.
  expect([right(0, 0, 0, 0), right(100, 0, 0, 0), right(0, 0, 3, 0), right(100, 0, 3, 0)]).toEqual([
    ...[true, false, false, false],
  ]);
});
