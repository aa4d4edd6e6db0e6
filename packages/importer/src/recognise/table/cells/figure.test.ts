import { describe, expect, it } from 'vitest';
import { readCellText } from './cell-text.ts';
import { shift, toFigure } from './figure.ts';

const read = (raw: string, measure: 'count' | 'change' | 'money' = 'count', unit?: string) =>
  toFigure(readCellText(raw), measure, unit);

describe('a count', () => {
  it.each([
    ['0', 0],
    ['  34 ', 34],
    ['３１', 31],
    ['007', 7],
    ['0.00', '0.00'],
    ['1,234', 1234],
    ['1，234', 1234],
    ['〇', 0],
    ['3 件', 3],
    ['', null],
    [' \u00a0\u3000\u200b', null],
  ])('%j is %j', (raw, value) => {
    expect(read(raw)?.value).toEqual(value);
  });

  it.each([['/'], ['／'], ['—'], ['——'], ['-'], ['－'], ['无']])(
    '%s is an answer of its own, kept as written',
    (raw) => {
      expect(read(raw)?.value).toEqual({ na: raw });
    },
  );

  it.each([
    ['3 1'],
    ['1\n0'],
    ['12元'],
    ['2020年'],
    ['1.属于国家秘密'],
    ['1,23'],
    ['1234567890123456'],
    ['约5'],
    ['5余'],
    ['0 0 0'],
    ['①'.repeat(90)],
  ])('%j is not read', (raw) => {
    expect(read(raw)).toBeUndefined();
  });

  it('keeps the remark after a number apart', () => {
    expect(readCellText('22（其中修订 16 件）')).toEqual({
      type: 'number',
      digits: '22',
      remark: '(其中修订 16 件)',
      reworded: false,
    });
  });
});

describe('a change', () => {
  it.each([
    ['+52', 52],
    ['-21', -21],
    ['－21', -21],
    ['−21', -21],
    ['–21', -21],
    ['+1036', 1036],
    ['增1558', 1558],
    ['减38', -38],
    ['减少 3', -3],
    ['33', 33],
    ['-0', 0],
  ])('%j is %j', (raw, value) => {
    expect(read(raw, 'change')?.value).toBe(value);
  });
});

describe('an amount in 万元', () => {
  it.each([
    ['105.650万', undefined, '105.650'],
    ['470.31万元', undefined, '470.31'],
    ['2601.953875万', undefined, '2601.953875'],
    ['251000元', undefined, '25.1000'],
    ['152790元', undefined, '15.2790'],
    ['500元', undefined, '0.0500'],
    ['1.2亿元', undefined, '12000'],
    ['0', undefined, '0'],
    ['0.00', '万元', '0.00'],
    ['96171.6', '万元', '96171.6'],
    ['8040', '元', '0.8040'],
    ['316,441', '万元', '316441'],
  ])('%s under a heading in %s is %s', (raw, unit, value) => {
    const figure = read(raw, 'money', unit);
    expect(figure?.value).toBe(value);
    expect(figure?.doubt).toBeUndefined();
  });

  it('says so where no unit is stated', () => {
    expect(read('8040', 'money')).toEqual({ value: '8040', doubt: '没有写明单位，暂按万元读取' });
  });

  it('is not read in another unit', () => {
    expect(read('5件', 'money')).toBeUndefined();
  });

  it('adds no digit and loses none when it is shifted', () => {
    for (let power = -4; power <= 4; power++)
      for (const digits of ['1', '12.5', '0.05', '123456.789', '-3.20'])
        expect(Number(shift(digits, power))).toBeCloseTo(Number(digits) * 10 ** power, 9);
    expect(shift('12.50', -4)).toBe('0.001250');
    expect(shift('0.12345', 4)).toBe('1234.5');
  });
});
