import { forms, valuesOf } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../import-document.ts';
import { recognise } from '../../recognise/recognise.ts';
import { htmlLayouts, layOutHtml } from '../../testing/html-layouts.ts';
import { specimen } from '../../testing/specimen.ts';
import { readHtml } from './read-html.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe.each(forms)('$id as HTML', (form) => {
  const report = specimen(form);

  it.each(Object.keys(htmlLayouts))('is read exactly %s', async (layout) => {
    const result = await importDocument(encode(htmlLayouts[layout]!(layOutHtml(form, report))));
    if (!result.ok) throw new Error(result.message);
    expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
    expect(result.report.sections.at(-1)!.blocks).toEqual([{ type: 'paragraph', text: '本年没有收取信息处理费。' }]);
    expect(result.report.title).toBe(report.title);
    expect(result.notes.filter(({ level }) => level === 'warning')).toEqual([]);
  });

  it('keeps blanks in the columns where they stand', () => {
    const blanks = specimen(form, (key, ordinal) =>
      /\.(?:naturalPersons|total|issued|upheld)$/.test(key) ? ordinal : null,
    );
    const read = recognise(readHtml(layOutHtml(form, blanks)));
    expect(valuesOf(form, read.report.tables)).toEqual(valuesOf(form, blanks.tables));
    expect(Object.values(read.provenance).every(({ certainty }) => certainty === 'read')).toBe(true);
  });
});

it('reads a page in GB18030 that says GB2312', async () => {
  // 年报 in GB18030.
  const bytes = [...encode('<html><head><meta charset="gb2312"></head><body><p>'), 0xc4, 0xea, 0xb1, 0xa8];
  expect(readHtml(new Uint8Array(bytes)).blocks).toMatchObject([{ type: 'text', text: '年报' }]);
});

it('tells the line and column of a cell in the page', () => {
  const [grid] = readHtml('<table>\n<tr><td>甲</td>\n <td>12</td></tr></table>').blocks;
  expect(grid?.type === 'grid' && grid.rows[0]![1]!.place).toEqual({ type: 'text', line: 3, column: 2, length: 11 });
});

it.each([
  ['deep nesting', '<div>'.repeat(100_000)],
  ['deep nesting in a cell', `<table><tr><td>1</td><td>${'<div>'.repeat(100_000)}`],
  ['many rows', `<table>${'<tr><td>1<td>2'.repeat(60_000)}`],
  ['wide spans', `<table>${'<tr><td colspan=100000 rowspan=100000>1<td>2'.repeat(20_000)}`],
  ['unclosed formatting', '<table><tr><td>'.padEnd(30_000, '<b><i>')],
])('ends quickly on %s', async (_name, html) => {
  const start = performance.now();
  expect((await importDocument(encode(html))).ok).toBe(false);
  expect(performance.now() - start).toBeLessThan(5_000);
});
