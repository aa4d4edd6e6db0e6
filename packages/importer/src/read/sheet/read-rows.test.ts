import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';

const limits = { rows: 10, columns: 5 };
const utf8 = (text: string) => new TextEncoder().encode(text);
const workbook = (rows: unknown[][]): Uint8Array => {
  const sheet = utils.aoa_to_sheet(rows);
  sheet['C2'] = { t: 'n', v: 43_835, z: 'm/d/yy' };
  return new Uint8Array(write({ SheetNames: ['名录'], Sheets: { 名录: sheet } }, { type: 'array', bookType: 'xlsx' }));
};

/** A workbook of one row; style 1 has the given number of a built-in format. */
function handMade(cells: string, format: number): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (...of: [string, string][]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${of
      .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('sheet1', 'worksheet')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名录" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(['worksheet', 'sheet1.xml'], ['styles', 'styles.xml']),
    'xl/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${format}" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

describe('rows', () => {
  it('are read from CSV as they are written', () => {
    const csv = '\uFEFF编号,机关名称,备注\r\n007,"甲,""局""\n二行",=1+1\r\n1e5,+52,2020-1-5\r\n';
    expect(readRows(utf8(csv), limits)).toEqual([
      ['编号', '机关名称', '备注'],
      ['007', '甲,"局"\n二行', '=1+1'],
      ['1e5', '+52', '2020-1-5'],
    ]);
  });

  it('are read from CSV in GB18030', () => {
    // 机关名称\n教育局
    const bytes = [0xbb, 0xfa, 0xb9, 0xd8, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xbd, 0xcc, 0xd3, 0xfd, 0xbe, 0xd6];
    expect(readRows(Uint8Array.from(bytes), limits)).toEqual([['机关名称'], ['教育局']]);
  });

  it('are read from a workbook, days in one form', () => {
    const rows = readRows(
      workbook([
        ['代码', '名称', '日期'],
        [230_523_102, '青原镇', 1],
      ]),
      limits,
    );
    expect(rows).toEqual([
      ['代码', '名称', '日期'],
      ['230523102', '青原镇', '2020-01-05'],
    ]);
  });

  it.each(['xlsx', 'biff8', 'xlsb'] as const)('are read from %s with days of both calendars', (bookType) => {
    for (const date1904 of [false, true]) {
      const sheet = utils.aoa_to_sheet([
        ['甲', '乙'],
        [1, 2],
      ]);
      const serial = date1904 ? 45_302 - 1_462 : 45_302;
      sheet['A2'] = { t: 'n', v: serial, z: 'yyyy"年"m"月"d"日"' };
      sheet['B2'] = { t: 'n', v: serial + 0.75, z: 'm/d/yy h:mm' };
      const book = { SheetNames: ['名录'], Sheets: { 名录: sheet }, Workbook: { WBProps: { date1904 } } };
      const bytes = new Uint8Array(write(book, { type: 'array', bookType }));
      expect(readRows(bytes, limits)[1]).toEqual(['2024-01-11', '2024-01-11']);
    }
  });

  it('are read from a workbook with days in the formats of Chinese programs and as days of their own kind', () => {
    const cells =
      '<c r="A1" s="1"><v>45302</v></c><c r="B1" t="d"><v>2024-01-11T00:00:00</v></c><c r="C1"><v>45302</v></c>';
    expect(readRows(handMade(cells, 31), limits)).toEqual([['2024-01-11', '2024-01-11', '45302']]);
  });

  it('of CSV may be shorter than the heading, and are refused with their line where they are longer or damaged', () => {
    expect(readRows(utf8('甲,乙,丙\n1\n\n4,5,6,\n'), limits)).toEqual([
      ['甲', '乙', '丙'],
      ['1'],
      [''],
      ['4', '5', '6'],
    ]);
    expect(() => readRows(utf8('甲,乙\n1,2\n3,云溪大道1号,3楼\n'), limits)).toThrow('第 3 行');
    expect(() => readRows(utf8('甲,乙\n1,公开"股\n'), limits)).toThrow('第 2 行');
    expect(() => readRows(utf8('甲,乙\n1,2\n3\r,4\n'), limits)).toThrow('第 3 行');
  });

  it.each([
    ['nothing', new Uint8Array(), '空'],
    ['too many rows', utf8('甲\n'.repeat(11)), '10 行'],
    ['too many columns', utf8('甲,乙,丙,丁,戊,己'), '5 列'],
    ['what is no text', Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 32), '文字'],
    ['a damaged workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]), '损坏'],
  ])('are refused where there is %s', (_, bytes, words) => {
    expect(() => readRows(bytes, limits)).toThrow(words);
  });
});
