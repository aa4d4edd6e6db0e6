import { cellsOf, forms, valuesOf } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../import-document.ts';

const form = forms.at(-1)!;
const cells = cellsOf(form);
const lines = ['section,row,column,value', ...cells.map(({ code, ordinal }) => [...partsOf(code), ordinal].join(','))];
const hints = { fileName: '青原镇2024年.csv' };

/** The three parts of a code; the part of the row may contain points. */
function partsOf(code: string): string[] {
  const [, section, row, column] = /^([^.]+)\.(.+)\.([^.]+)$/.exec(code)!;
  return [section!, row!, column!];
}

async function values(bytes: Uint8Array | string) {
  const result = await importDocument(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, hints);
  if (!result.ok) throw new Error(result.message);
  return valuesOf(form, result.report.tables);
}

const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [...`\u{FEFF}${text}`].forEach((sign, at) => view.setUint16(2 * at, sign.charCodeAt(0), littleEndian));
  return new Uint8Array(view.buffer);
};

describe('figures as CSV', () => {
  it.each(['\n', '\r\n', '\r'])('come back whatever ends their lines: %j', async (end) => {
    const all = await values(lines.join(end));
    expect(all.map(Number)).toEqual(cells.map(({ ordinal }) => ordinal));
  });

  it('come back from a spreadsheet program: with a byte order mark, in UTF-16, with tabs', async () => {
    const expected = await values(lines.join('\n'));
    expect(await values(`\u{FEFF}${lines.join('\r\n')}`)).toEqual(expected);
    for (const littleEndian of [true, false])
      expect(await values(utf16(lines.join('\r\n').replaceAll(',', '\t'), littleEndian))).toEqual(expected);
  });

  it.each([
    ['a stray quote', '三,一,商"业企业,2', '第 3 行'],
    ['a quote that is not closed', '三,一,"商业企业,2', '第 3 行'],
    ['a CR in the middle', '三,一,商\r业企业,2', '第 3 行'],
    ['a field too many', '三,一,商业企业,1,234', '第 3 行'],
  ])('are refused with the line of %s, none is dropped in silence', async (_, fault, words) => {
    const text = [lines[0], '三,一,自然人,1', fault, '三,一,总计,3', '三,二,总计,4'].join('\n');
    const result = await importDocument(new TextEncoder().encode(text), hints);
    expect(result).toMatchObject({ ok: false, code: 'damaged', message: expect.stringContaining(words) });
  });

  it('say what they lack', async () => {
    const result = await importDocument(new TextEncoder().encode(lines.slice(0, -1).join('\n')), hints);
    expect(result).toMatchObject({
      ok: true,
      notes: expect.arrayContaining([expect.objectContaining({ code: 'cells-missing' })]),
    });
    expect(result.ok && valuesOf(form, result.report.tables).filter((value) => value === null)).toHaveLength(1);
  });
});
