import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { noticesCited, regulationsCited } from './citations.ts';

const [earlier, later] = [forms[0]!, forms[1]!];

describe('the number of the regulation', () => {
  it.each([
    ['《中华人民共和国政府信息公开条例》（国务院令第711号）', '国务院令第711号', '国务院令第711号'],
    ['《政府信息公开条例》(国令第 492 号)', '国令第492号', '国令第711号'],
    ['政府信息公开条例国务院令711号', '国务院令第711号', '国务院令第711号'],
    ['政府信息公开条例（中华人民共和国国务院令第7号）', '国务院令第7号', '国务院令第711号'],
    ['政府信息公开条例（国务院令第4921号）', '国务院令第4921号', '国务院令第711号'],
  ])('is read in %s', (text, found, expected) => {
    expect(regulationsCited(text)).toEqual([{ found, expected }]);
  });

  it('is that of this regulation alone, each time that it is cited', () => {
    expect(regulationsCited('《档案法实施条例》（国务院令第772号）')).toEqual([]);
    expect(regulationsCited('《政府信息公开条例》和国务院令第5号')).toEqual([]);
    expect(regulationsCited('《政府信息公开条例》（国务院令第号）')).toEqual([]);
    expect(regulationsCited('《政府信息公开条例》（国务院令第12345号）')).toEqual([]);
    expect(regulationsCited('信息公开条例（国令第1号），信息公开条例（国令第2号）').map(({ found }) => found)).toEqual([
      '国令第1号',
      '国令第2号',
    ]);
  });
});

describe('the number of the notice on the form', () => {
  const [old, now] = [earlier, later].map(({ citation }) => citation.document) as [string, string];

  it('is known in every kind of bracket', () => {
    const [, year, number] = /〔(\d+)〕(\d+)号/.exec(now)!;
    for (const [open, close] of ['〔〕', '[]', '（）', '()', '【】'])
      expect(noticesCited(`国办公开办函${open}${year}${close}${number} 号`, later)).toEqual([
        { found: now, expected: now },
      ]);
    expect(noticesCited(`国办公开办函${year}年${number}号`, later)).toEqual([]);
  });

  it('is to be that of the report’s own form', () => {
    expect(noticesCited(`依据${old}、${now}编制`, later)).toEqual([
      { found: old, expected: now },
      { found: now, expected: now },
    ]);
    expect(noticesCited(now, earlier)).toEqual([{ found: now, expected: old }]);
  });

  it('is left alone where it is on another matter', () => {
    expect(noticesCited('国办公开办函〔2020〕12号', later)).toEqual([]);
    expect(noticesCited(now.replace(/〔\d/, '〔9'), later)).toEqual([]);
  });
});
