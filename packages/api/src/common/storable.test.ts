import { expect, test } from 'vitest';
import { ApiError } from './errors.ts';
import { asUnstorable, requireStorable } from './storable.ts';

const pathOfFault = (value: unknown) => {
  try {
    requireStorable(value);
  } catch (error) {
    if (error instanceof ApiError) return (error.details as { issues: { path: unknown[] }[] }).issues[0]!.path;
    throw error;
  }
  return undefined;
};

test.each([
  ['a\0', []],
  [{ name: '\0' }, ['name']],
  [{ a: [{ b: 'x' }, { b: '\ud800' }] }, ['a', 1, 'b']],
  [{ cells: { 'k\0': 1 } }, ['cells', 'k']],
])('%j is refused with its place', (value, path) => expect(pathOfFault(value)).toEqual(path));

test('a form is looked into, and the JSON that it brings', () => {
  const form = new FormData();
  form.set('input', '{"agencyId":"\\u0000"}');
  form.set('file', new File(['\0'], 'a.bin'));
  expect(pathOfFault(form)).toEqual(['agencyId']);
  form.set('input', '{}');
  expect(pathOfFault(form)).toBeUndefined();
});

test.each([undefined, null, 0, '', '公开\n\t\u0001', { a: ['𠮷', null] }])('%j is taken', (value) =>
  expect(pathOfFault(value)).toBeUndefined(),
);

test('nesting of any depth is looked through', () => {
  const depth = 50_000;
  const deep: unknown = JSON.parse(`${'['.repeat(depth)}"\\u0000"${']'.repeat(depth)}`);
  expect(pathOfFault(deep)).toEqual(Array.from({ length: 20 }, () => 0));
});

test('what the database refuses for its characters is an input that will not do, and nothing else is', () => {
  const refused = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('pg'), { code }) });
  expect(asUnstorable(refused('22021'))?.code).toBe('invalid_input');
  expect(asUnstorable(refused('22P05'))?.code).toBe('invalid_input');
  expect(asUnstorable(refused('40001'))).toBeUndefined();
  expect(asUnstorable('22021')).toBeUndefined();
});
