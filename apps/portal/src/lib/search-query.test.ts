import { expect, it } from 'vitest';
import { readSearchQuery, termsOf } from './search-query.ts';

const read = (address: string) => readSearchQuery(new URLSearchParams(address), [2020, 2021]);

it('parses query, year and page', () => {
  expect(read('q=青原镇+许可&year=2020&page=3')).toEqual({ query: '青原镇 许可', year: 2020, page: 3 });
});

it('ignores invalid parameters', () => {
  expect(read('q=&year=&page=-2')).toEqual({ query: '', page: 1 });
  expect(read('page=abc')).toEqual({ query: '', page: 1 });
  expect(read('page=1e99')).toEqual({ query: '', page: 1 });
});

it('returns a year for which no report can exist, and keeps a page beyond the last', () => {
  expect(read('year=9999&page=5000')).toEqual({ query: '', unknownYear: '9999', page: 5000 });
  expect(read('year=2020x')).toEqual({ query: '', unknownYear: '2020x', page: 1 });
});

it('drops control characters and those that change the direction of writing', () => {
  expect(read('q=%E2%80%AE结转%00%0A上年').query).toBe('结转 上年');
  expect(read('q=%00').query).toBe('\ufffd');
  expect(read('q=%20%20').query).toBe('');
});

it('splits terms at any white space and punctuation, including Chinese', () => {
  expect(termsOf('青原镇，许可。')).toEqual(['青原镇', '许可']);
  expect(termsOf(read('q=%20%E9%9D%92%E5%8E%9F%E9%95%87%E3%80%80%E8%AE%B8%E5%8F%AF%09').query)).toEqual([
    '青原镇',
    '许可',
  ]);
});

it('truncates text and repairs broken characters', () => {
  const { query } = readSearchQuery({ get: (name) => (name === 'q' ? `${'长'.repeat(99)}\u{1F600}` : null) }, []);
  expect(query.length).toBe(100);
  expect(query.isWellFormed()).toBe(true);
});

it('finds nothing for a query of control characters only', () => {
  expect(read('q=%00').query).toBe('\ufffd');
  expect(read('q=公开%00%07').query).toBe('公开');
});
