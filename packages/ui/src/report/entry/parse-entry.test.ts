import type { Measure, Value } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { entryState, formatEntry, parseEntry, unreadableHint } from './parse-entry.ts';

describe('parsing an entry', () => {
  it.each<[string, Measure, Value]>([
    ['', 'count', null],
    ['  　', 'count', null],
    ['0', 'count', 0],
    ['-0', 'change', 0],
    ['007', 'count', 7],
    ['1,234,567', 'count', 1234567],
    ['１２', 'count', 12],
    ['1250件', 'count', 1250],
    ['１２５０ 件', 'count', 1250],
    ['1,250.00', 'count', 1250],
    ['12.50', 'count', '12.50'],
    ['增3项', 'change', 3],
    ['-5', 'count', -5],
    ['12.5', 'count', '12.5'],
    ['+52', 'change', 52],
    ['−21', 'change', -21],
    ['－21', 'change', -21],
    ['增1558', 'change', 1558],
    ['减少38', 'change', -38],
    ['0', 'money', '0'],
    ['105.650', 'money', '105.650'],
    ['105.650万', 'money', '105.650'],
    ['470.31 万元', 'money', '470.31'],
    ['.5', 'money', '0.5'],
    ['5.', 'money', '5'],
    ['0012.30', 'money', '12.30'],
    ['1,234.50', 'money', '1234.50'],
    ['1263。47', 'money', '1263.47'],
    ['１２６３。４７', 'money', '1263.47'],
    ['/', 'count', { na: '/' }],
    ['—', 'money', { na: '—' }],
    ['-', 'change', { na: '-' }],
    [' 无 ', 'count', { na: '无' }],
  ])('parses %j in a %s cell as %j', (text, measure, value) => {
    expect(parseEntry(text, measure)).toEqual(value);
  });

  it('never gives a negative zero', () => {
    expect(Object.is(parseEntry('-0', 'count'), 0)).toBe(true);
  });

  it.each<[string, Measure]>([
    ['12余件', 'count'],
    ['件', 'count'],
    ['12万件', 'count'],
    ['1 234', 'count'],
    ['5 1 0 0', 'count'],
    ['1, 234', 'count'],
    ['12。', 'money'],
    ['=SUM(B2:B7)', 'count'],
    ['22（其中修订 16 件）', 'count'],
    ['1,23', 'count'],
    ['1e3', 'count'],
    ['9'.repeat(16), 'count'],
    ['251000元', 'money'],
    ['增5', 'count'],
    ['+-3', 'change'],
  ])('keeps %j in a %s cell unchanged and reports it as unreadable', (text, measure) => {
    const value = parseEntry(text, measure);
    expect(value).toEqual({ na: text });
    expect(entryState(value)).toBe('unreadable');
    expect(unreadableHint(text, measure)).toContain(text);
  });

  it('truncates text to the maximum length of a cell', () => {
    expect(parseEntry('件'.repeat(500), 'count')).toEqual({ na: '件'.repeat(200) });
  });
});

it('distinguishes blank, number, not applicable and unreadable', () => {
  expect([null, 0, '0', { na: '/' }, { na: '12余件' }].map(entryState)).toEqual([
    'blank',
    'number',
    'number',
    'notApplicable',
    'unreadable',
  ]);
});

it('parses the text that it formats', () => {
  for (const [value, measure] of [
    [52, 'change'],
    [-21, 'change'],
    [0, 'change'],
    [134, 'count'],
    ['105.650', 'money'],
    [null, 'count'],
    [{ na: '12余件' }, 'count'],
  ] as const)
    expect(parseEntry(formatEntry(value, measure), measure)).toEqual(value);
});
