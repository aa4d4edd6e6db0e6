import { expect, it } from 'vitest';
import { isKeptAnswer, isOfOpenApi } from './api-answer.ts';

it.each([
  ['GET', 'year=2024', true],
  ['HEAD', '', true],
  ['GET', 'x', true],
  ['GET', 'format=json', true],
  ['GET', 'format=jsonl', false],
  ['GET', 'year=2024&%66ormat=csv', false],
  ['GET', 'year=2024&format=csv&limit=5', false],
  ['POST', '', false],
  ['OPTIONS', 'year=2024', false],
])('an answer to %s ?%s is kept: %s', (method, query, kept) => {
  expect(isKeptAnswer(method, query)).toBe(kept);
});

it.each([
  ['/api/v1', true],
  ['/api/v1/reports', true],
  ['/api/v10/reports', false],
  ['/api/auth/get-session', false],
  ['/', false],
])('%s is of the open API: %s', (path, is) => {
  expect(isOfOpenApi(path)).toBe(is);
});
