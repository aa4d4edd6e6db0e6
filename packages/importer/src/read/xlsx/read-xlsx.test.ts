import { utils, write } from '@e965/xlsx';
import { forms, valuesOf } from '@gongkai/schema';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../import-document.ts';
import { specimen } from '../../testing/specimen.ts';
import { layOutXlsx, xlsxBomb, type XlsxOptions } from '../../testing/xlsx-layouts.ts';
import { readXlsx } from './read-xlsx.ts';

const layouts: Readonly<Record<string, XlsxOptions>> = {
  'on one sheet': {},
  'on a sheet for each section': { sheets: true },
  'with unmerged cells': { merged: false },
  'as .xls': { bookType: 'biff8' },
};

describe.each(forms)('$id as a workbook', (form) => {
  const report = specimen(form);

  it.each(Object.keys(layouts))('is read exactly %s', async (layout) => {
    const result = await importDocument(layOutXlsx(form, report, layouts[layout]));
    if (!result.ok) throw new Error(result.message);
    expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
    expect(result.notes.map(({ code }) => code).filter((code) => code !== 'converted')).toEqual([]);
    expect(result.provenance['requests.received.total']?.place).toMatchObject({ type: 'sheet' });
  });

  it('keeps blanks in the columns where they stand', async () => {
    const blanks = specimen(form, (key, ordinal) =>
      /\.(?:naturalPersons|total|issued|upheld)$/.test(key) ? ordinal : null,
    );
    const result = await importDocument(layOutXlsx(form, blanks));
    if (!result.ok) throw new Error(result.message);
    expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, blanks.tables));
  });
});

it('takes the stored number where its format rounds it, and the shown one where it keeps zeros', () => {
  const sheet = utils.aoa_to_sheet([['甲', 105.65, 105.65, 1234, true]]);
  Object.assign(sheet.B1 as object, { z: '0.0' });
  Object.assign(sheet.C1 as object, { z: '0.000' });
  Object.assign(sheet.D1 as object, { z: '#,##0' });
  const book = utils.book_new(sheet);
  const [grid] = readXlsx(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)).blocks;
  expect(grid?.type === 'grid' && grid.rows[0]!.map(({ text }) => text)).toEqual([
    '甲',
    '105.65',
    '105.650',
    '1,234',
    'TRUE',
  ]);
});

it.each([
  ['a zip bomb', xlsxBomb(new Uint8Array(40 * 2 ** 20)), 'too-large'],
  ['a damaged workbook', zipSync({ 'xl/workbook.xml': strToU8('<workbook') }), 'damaged'],
])('%s is refused', async (_name, bytes, code) => {
  expect(await importDocument(bytes)).toMatchObject({ ok: false, code });
});
