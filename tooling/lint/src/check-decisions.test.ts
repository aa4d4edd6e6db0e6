import { expect, test } from 'vitest';
import { checkDecisions } from './check-decisions.ts';

const path = 'docs/decisions/0007-cache-by-tag.md';
const record = `# 7. Cache by tag

## Status

Accepted

## Date

2026-11-24

## Context

Why.

## Decision

What.

## Consequences

Then.
`;
const index = { path: 'docs/decisions/README.md', text: '- [0007](0007-cache-by-tag.md) Cache by tag\n' };
const messages = (text: string, files = [{ path, text }, index]) => checkDecisions(files).map(({ message }) => message);

test('a record with five headings, a date and a line in the index is accepted', () => {
  expect(messages(record)).toEqual([]);
});

test.each([
  ['a heading is missing', record.replace('## Consequences', '### Consequences'), /headings/],

  ['the date is missing', record.replace('2026-11-24', 'last year'), /date/],
  ['the number differs from the file name', record.replace('# 7.', '# 8.'), /number of its file name/],
  ['the title differs from the index', record.replace('Cache by tag', 'Cache by agency'), /line with its title/],
])('a record is refused when %s', (_, text, message) => {
  expect(messages(text)).toEqual([expect.stringMatching(message)]);
});

test('two records may not have the same number', () => {
  const second = { path: 'docs/decisions/0007-cache.md', text: record };
  const both = { ...index, text: `${index.text}- [0007](0007-cache.md) Cache by tag\n` };
  expect(messages('', [{ path, text: record }, second, both])).toEqual(['has the same number as 0007-cache-by-tag.md']);
});
