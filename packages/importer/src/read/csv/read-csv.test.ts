import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

const expected = 'CSV 文件';
const fields = (text: string) => readCsv(text, { expected }).map((record) => record.fields);
const even = (text: string) => readCsv(text, { expected, even: true });

describe('CSV', () => {
  it.each(['\n', '\r\n', '\r'])('is read whatever ends its lines: %j', (end) => {
    expect(fields(`甲,乙${end}1,"二,""二"""${end}3,${end}`)).toEqual([
      ['甲', '乙'],
      ['1', '二,"二"'],
      ['3', ''],
    ]);
  });

  it('may begin with a byte order mark, mix CRLF and LF, have line ends in quotes and no last one', () => {
    expect(fields('\u{FEFF}甲,乙\r\n"一\r\n行",2\n3,4')).toEqual([
      ['甲', '乙'],
      ['一\r\n行', '2'],
      ['3', '4'],
    ]);
    expect(even('甲,乙\n"一\n行",2\n3,4').map(({ line }) => line)).toEqual([1, 3, 4]);
  });

  it('may part fields by tabs or semicolons, as some spreadsheet programs do', () => {
    expect(fields('甲\t乙\n1,5\t2')).toEqual([
      ['甲', '乙'],
      ['1,5', '2'],
    ]);
    expect(fields('甲;乙\n1;2')[1]).toEqual(['1', '2']);
  });

  it('keeps blank lines as records unless all must be alike', () => {
    expect(fields('甲\n\n乙\n')).toEqual([['甲'], [''], ['乙']]);
    expect(even('甲,乙\n\n1,2\n\n')).toHaveLength(2);
  });

  it.each([
    ['a quote within a field', '甲,乙\n1,商"业\n3,4', '第 2 行有多余的引号'],
    ['text after a closing quote', '甲,乙\n1,2\n"商"业,4', '第 3 行有多余的引号'],
    ['a quote that is never closed', '甲,乙\n1,"2\n3,4\n5,6\n', '第 2 行起的引号没有配对'],
    ['a CR in the middle of a line', '甲,乙\n1,2\n3\r,4\n', '第 3 行的中间有一个换行符'],
    ['a field too many', '甲,乙\n1,2,3\n', '第 2 行的列数'],
    ['a field too few', '甲,乙\n1,2\n3\n', '第 3 行的列数'],
  ])('is refused with its line for %s', (_, text, message) => {
    expect(() => even(text)).toThrow(message);
  });
});
