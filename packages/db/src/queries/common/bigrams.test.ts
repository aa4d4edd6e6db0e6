import { expect, test } from 'vitest';
import { bigrams } from './bigrams.ts';

test.each([
  ['政府信息', ['政府', '府信', '信息']],
  ['信息信息', ['信息', '息信']],
  ['公开 年报', ['公开', '年报']],
  ['2020Av', ['20', '02', '0a', 'av']],
  ['𠮷野家', ['𠮷野', '野家']],
  ['乡', []],
  ['', []],
])('the pairs of "%s" are %j', (text, pairs) => expect(bigrams(text)).toEqual(pairs));
