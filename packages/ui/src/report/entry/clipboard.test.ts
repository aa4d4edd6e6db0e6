import { describe, expect, it } from 'vitest';
import { readClipboard, withoutLabels } from './clipboard.ts';

describe('reading the clipboard', () => {
  it('splits lines into rows and tabs into cells', () => {
    expect(readClipboard('1\t2\t3\n4\t\t6')).toEqual([
      ['1', '2', '3'],
      ['4', '', '6'],
    ]);
  });

  it('makes no row of the last line end, whatever its kind', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(readClipboard(`1\t2${end}3\t4${end}`)).toEqual([
        ['1', '2'],
        ['3', '4'],
      ]);
  });

  it('keeps blank cells at either end and blank rows in between', () => {
    expect(readClipboard('\t1\t\n\n2')).toEqual([['', '1', ''], [''], ['2']]);
  });

  it('opens quoted cells, with tabs, line ends and quotes inside', () => {
    expect(readClipboard('"a\nb"\t"c\td"\t"说""明"""\n1')).toEqual([['a\nb', 'c\td', '说"明"'], ['1']]);
  });

  it('takes a quote that is not closed for text', () => {
    expect(readClipboard('"1\t2')).toEqual([['"1', '2']]);
    expect(readClipboard('"1"x\t2')).toEqual([['"1"x', '2']]);
  });

  it('gives a single cell for plain text and for nothing', () => {
    expect(readClipboard('12')).toEqual([['12']]);
    expect(readClipboard('')).toEqual([['']]);
  });
});

describe('a copied block without its labels', () => {
  it('drops header rows and label columns, merged ones included', () => {
    const rows = [
      ['信息内容', '', '自然人', '商业企业'],
      ['三、办理结果', '（一）予以公开', '1', '0'],
      ['', '（二）部分公开', '', '2'],
    ];
    expect(withoutLabels(rows)).toEqual([
      ['1', '0'],
      ['', '2'],
    ]);
  });

  it('leaves a block of figures alone, blank edges included', () => {
    const rows = [
      ['', '1'],
      ['', '2'],
    ];
    expect(withoutLabels(rows)).toEqual(rows);
  });

  it('does not take an unreadable figure among figures for a label', () => {
    expect(
      withoutLabels([
        ['12', '3件'],
        ['4', '5'],
      ]),
    ).toEqual([
      ['12', '3件'],
      ['4', '5'],
    ]);
  });

  it('does not take 无 or a slash for a label', () => {
    expect(
      withoutLabels([
        ['无', '1'],
        ['/', '2'],
      ]),
    ).toEqual([
      ['无', '1'],
      ['/', '2'],
    ]);
  });

  it('leaves text without any number alone', () => {
    expect(withoutLabels([['说明', '其他']])).toEqual([['说明', '其他']]);
  });
});
