import { expect, it } from 'vitest';
import { isCacheable, isOpenApiPath } from './render-api-response.ts';

it.each([
  ['GET', '/reports', 'year=2024', true],
  ['HEAD', '/reports', '', true],
  ['GET', '/reports', 'x', true],
  ['GET', '/reports', 'format=json', true],
  ['GET', '/reports', 'format=jsonl', false],
  ['GET', '/reports', 'year=2024&%66ormat=csv', false],
  ['GET', '/reports', 'year=2024&format=csv&limit=5', false],
  ['GET', '/reports.csv', '', false],
  ['GET', '/reports.%63sv', '', false],
  ['HEAD', '/figures/wide.jsonl', 'year=2024', false],
  ['GET', '/reports%', '', true],
  ['POST', '/reports', '', false],
  ['OPTIONS', '/reports', 'year=2024', false],
])('an answer to %s %s?%s is kept: %s', (method, path, query, kept) => {
  expect(isCacheable(method, `/api/v1${path}`, query)).toBe(kept);
});

it.each([
  ['/api/v1', true],
  ['/api/v1/reports', true],
  ['/api/v10/reports', false],
  ['/api/auth/get-session', false],
  ['/', false],
])('%s is of the open API: %s', (path, is) => {
  expect(isOpenApiPath(path)).toBe(is);
});
