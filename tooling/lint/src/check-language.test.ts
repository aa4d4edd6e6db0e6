import { expect, test } from 'vitest';
import { checkLanguage } from './check-language.ts';

const messages = (path: string, text: string) =>
  checkLanguage([{ path, text }]).map(({ line, message }) => `${line}: ${message}`);

test('a refused word is reported with its line and the standard term', () => {
  expect(messages('packages/api/src/a.ts', '// One.\n// Sums are reckoned twice.')).toEqual([
    '2: "reckoned" is not used here: write evaluate, compute (docs/style.md)',
  ]);
});

test('a former identifier is reported, words that merely contain it are not', () => {
  expect(messages('apps/server/src/a.ts', 'giveBack(report);')).toHaveLength(1);
  expect(messages('apps/server/src/a.ts', 'const amendment = recommended;')).toEqual([]);
});

test('a word is allowed where it has its ordinary meaning', () => {
  expect(messages('packages/importer/src/read/pdf/a.ts', '// Lines are drawn twice.')).toEqual([]);
  expect(messages('apps/portal/src/a.ts', '// The page is drawn twice.')).toHaveLength(1);
});

test('fixtures and the page that lists the words may hold them', () => {
  expect(messages('packages/importer/fixtures/a.html', '<p>anew</p>')).toEqual([]);
  expect(messages('docs/style.md', 'evaluate, not reckon')).toEqual([]);
});
