import { expect, test } from 'vitest';
import { checkWords } from './check-words.ts';

const complaints = (path: string, text: string) => checkWords([{ path, text }]).map(({ line }) => line);

test('a form id is refused outside forms/', () => {
  expect(complaints('packages/api/src/a.ts', `const a = 1;\nif (form === 'form-2021') b();`)).toEqual([2]);
  expect(complaints('apps/portal/src/A.svelte', '<p>form-2019</p>')).toEqual([1]);
});

test('a form id is welcome in forms/, tests, fixtures and tooling', () => {
  for (const path of [
    'packages/schema/src/forms/form-2021/form.ts',
    'packages/api/src/a.test.ts',
    'packages/importer/src/fixtures/a.html',
    'tooling/bench/src/a.ts',
  ]) {
    expect(complaints(path, `'form-2021'`)).toEqual([]);
  }
});

test('built output of the front ends is named by the server alone', () => {
  expect(complaints('apps/server/src/a.ts', `'../../portal/build/handler.js'`)).toEqual([]);
  expect(complaints('packages/api/src/a.ts', `'../../apps/portal/build/handler.js'`)).toEqual([1]);
});
