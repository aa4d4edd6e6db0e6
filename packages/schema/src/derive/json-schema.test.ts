import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { parseReport } from '../forms/parse-report.ts';
import { consistentReport, seeded } from '../testing/consistent.ts';
import { withValue } from '../report/values.ts';
import { jsonSchemaOf } from './json-schema.ts';

const lists = [
  ['a list', { ordered: false, items: [{ text: '甲', list: { ordered: true, start: 2, items: ['乙'] } }] }, true],
  ['a numbered list', { ordered: true, start: 4, items: [{ text: '甲' }] }, true],
  ['bullets with numbers', { ordered: false, start: 4, items: [{ text: '甲' }] }, false],
  [
    'nested bullets with numbers',
    { ordered: true, items: [{ text: '甲', list: { ordered: false, start: 2, items: ['乙'] } }] },
    false,
  ],
  ['an empty list', { ordered: false, items: [] }, false],
  ['an item of two lines', { ordered: false, items: [{ text: '甲\n乙' }] }, false],
  [
    'a list of three levels',
    { ordered: false, items: [{ text: '甲', list: { ordered: true, items: [{ text: '乙' }] } }] },
    false,
  ],
] as const;

describe.each(forms)('JSON Schema of $id', (form) => {
  const schema = jsonSchemaOf(form);
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: true } }).compile(schema);
  const report = consistentReport(form, seeded(3, 30));
  const { title: _, ...untitled } = report;

  it('is identified by the URN that reports bear', () => {
    expect(schema.$id).toBe(report.$schema);
  });

  it.each([
    ['a report', report, true],
    ['a blank cell', withValue(form, report, '三.一.总计', null), true],
    ['a cell that does not apply', withValue(form, report, '三.一.总计', { na: '/' }), true],
    ['a figure as words', withValue(form, report, '三.一.总计', '三件'), false],
    ['an unknown field', { ...report, remark: 1 }, false],
    ['a missing title', untitled, false],
    ['a missing table', { ...report, tables: {} }, false],
    ['a wrong kind', { ...report, kind: 'mixed' }, false],
    ['a section of no form', { ...report, sections: [{ key: 'seventh', blocks: [] }] }, false],
    [
      'an explanation',
      { ...report, explanations: [{ rule: 'R22', cells: { a: 1 }, quote: '文', text: '如此' }] },
      true,
    ],
    ['too long a line', { ...report, title: '长'.repeat(3000) }, false],
    ['an archived report', { ...report, origin: { type: 'archived', source: { publishedOn: '2022-01-20' } } }, true],
    ['an origin of no kind', { ...report, origin: { type: 'found' } }, false],
  ])('judges %s as parseReport does', (_name, json, valid) => {
    expect(validate(json)).toBe(valid);
    expect(parseReport(json).ok).toBe(valid);
  });

  it.each(lists)('judges %s as parseReport does', (_name, list, valid) => {
    const json = { ...report, preamble: [{ type: 'list', ...list }] };
    expect(validate(json)).toBe(valid);
    expect(parseReport(json).ok).toBe(valid);
  });

  it('titles every row and column with its official label', () => {
    const text = JSON.stringify(schema);
    for (const { blocks } of Object.values(form.tables))
      for (const { rows, columns } of blocks)
        for (const { label } of [...rows, ...columns]) expect(text).toContain(JSON.stringify(label));
  });
});
