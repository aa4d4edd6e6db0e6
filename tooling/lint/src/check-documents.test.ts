import { expect, test } from 'vitest';
import { checkDocuments } from './check-documents.ts';

const existing = new Set(['docs/style.md', 'packages/api/src', 'packages/api/src/trpc.ts']);
const complaints = (path: string, text: string) =>
  checkDocuments([{ path, text }], (target) => existing.has(target)).map(({ line, message }) => `${line} ${message}`);

test('links and paths to existing files are accepted', () => {
  expect(complaints('README.md', '[style](docs/style.md#words) `packages/api/src/trpc.ts`')).toEqual([]);
  expect(complaints('docs/api.md', '[style](style.md) [site](https://example.org) [below](#below)')).toEqual([]);
});

test('a pattern is not a path', () => {
  expect(complaints('README.md', '`packages/schema/src/forms/<id>/` `packages/*/src`')).toEqual([]);
});

test('a link or path to a missing file is reported with its line', () => {
  expect(complaints('docs/api.md', 'text\n[gone](gone.md)')).toEqual(['2 names docs/gone.md, which does not exist']);
  expect(complaints('README.md', '`packages/api/src/step.ts`')).toEqual([
    '1 names packages/api/src/step.ts, which does not exist',
  ]);
});
