import { expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { inWords } from './words.ts';

const form = forms.at(-1)!;
const words = (id: string) => inWords(form, form.figureRules.find((rule) => rule.id === id)!.formula!);

it('says sums with the official labels', () => {
  expect(words('R29')).toBe(
    '每一列：“一、本年新收政府信息公开申请数量”加“二、上年结转政府信息公开申请数量”等于“（七）总计”加“四、结转下年度继续办理”',
  );
  expect(words('R37')).toBe('“行政复议”：“结果维持”加“结果纠正”加“其他结果”加“尚未审结”等于“总计”');
});

it('says differences, multiples and the year before', () => {
  expect(words('R22')).toContain('“现行有效件数”不小于“本年制发件数”减“本年废止件数”');
  expect(words('R36')).toContain('“四、结转下年度继续办理”的 4 倍不大于');
  expect(words('R60')).toContain('等于上一年度的“四、结转下年度继续办理”');
});

it('names the columns or rows in which it holds, each once', () => {
  expect(words('R21')).toMatch(
    /^“规章”、“行政规范性文件”：“本年废止件数”不大于上一年度的“现行有效件数”加“本年制发件数”$/,
  );
  expect(words('R36')).toMatch(/^“总计”：/);
  expect(words('R31')).toMatch(/^每一行：/);
});

it('says constants, and every row or column as such', () => {
  const relation = { left: 'total', is: '>=', right: 0 } as const;
  expect(inWords(form, { table: 'requests', each: 'column', relation })).toBe('每一列：“（七）总计”不小于0');
  const rows = form.tables.litigation!.blocks[0]!.rows.map(({ key }) => key);
  expect(inWords(form, { table: 'litigation', each: 'row', rows, relation })).toBe('每一行：“总计”不小于0');
  expect(inWords(form, { table: 'litigation', each: 'row', rows: rows.slice(1), relation })).toBe(
    '“未经复议直接起诉”、“复议后起诉”：“总计”不小于0',
  );
});
