import { expect, test } from 'vitest';
import { checkDocuments, checkReadmes } from './check-documents.ts';

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

test('a package without a README is reported, and a README that leaves a folder out', () => {
  const sources = ['packages/api/src/draft/draft.ts', 'packages/db/src/open/open.ts', 'tooling/scripts/run.mjs'].map(
    (path) => ({ path, text: '' }),
  );
  const readme = (member: string, text: string) => ({ path: `${member}/README.md`, text });
  const found = (...documents: ReturnType<typeof readme>[]) =>
    checkReadmes(documents, sources).map(({ path, message }) => `${path} ${message.split(':')[0]}`);
  expect(found(readme('packages/api', 'Its folder is `src/draft/`.'), readme('packages/db', 'Open.'))).toEqual([
    'packages/db/README.md does not name the folder src/open',
    'tooling/scripts/README.md is missing',
  ]);
});
