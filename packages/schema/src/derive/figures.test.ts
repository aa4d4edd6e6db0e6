import { expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { blankReport } from '../report/blank.ts';
import { withValue } from '../report/values.ts';
import { figuresOf, figureVector } from './figures.ts';

const form = forms[0]!;
const report = [
  ['二.行政许可.本年增/减', 52],
  ['二.行政处罚.本年增/减', -21],
  ['二.行政强制.本年增/减', 0],
  ['二.政府集中采购.采购总金额', '105.650'],
  ['三.一.总计', { na: '/' }],
].reduce(
  (current, [code, value]) => withValue(form, current, code as string, value as never),
  blankReport(form, { name: '云溪县青原镇人民政府' }, 2020, 'own'),
);
const texts = new Map(figuresOf(form, report.tables).map((figure) => [`${figure.row}.${figure.column}`, figure.text]));

it('prints a change with its sign, money as written, blank as nothing', () => {
  expect(texts.get('行政许可.本年增/减')).toBe('+52');
  expect(texts.get('行政处罚.本年增/减')).toBe('-21');
  expect(texts.get('行政强制.本年增/减')).toBe('0');
  expect(texts.get('政府集中采购.采购总金额')).toBe('105.650');
  expect(texts.get('一.总计')).toBe('/');
  expect(texts.get('二.总计')).toBe('');
});

it('gives whole numbers in official order: counts, money in 分, null for blank and not applicable', () => {
  const vector = figureVector(form, report.tables);
  expect(vector).toHaveLength(198);
  expect(vector[7]).toBe(52n);
  expect(vector[21]).toBe(105_650_000n);
  expect(vector.filter((value) => value !== null)).toEqual([52n, -21n, 0n, 105_650_000n]);
});
