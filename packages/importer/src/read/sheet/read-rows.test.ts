import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';

const limits = { rows: 10, columns: 5 };
const utf8 = (text: string) => new TextEncoder().encode(text);
const workbook = (rows: unknown[][]): Uint8Array => {
  const sheet = utils.aoa_to_sheet(rows);
  sheet['C2'] = { t: 'n', v: 43_835, z: 'm/d/yy' };
  return new Uint8Array(write({ SheetNames: ['名录'], Sheets: { 名录: sheet } }, { type: 'array', bookType: 'xlsx' }));
};

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
