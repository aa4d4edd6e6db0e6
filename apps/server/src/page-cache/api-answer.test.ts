import { expect, it } from 'vitest';
import { isKeptAnswer } from './api-answer.ts';

it.each([
  ['GET', '/api/v1/reports?year=2024', true],
  ['HEAD', '/api/v1', true],
  ['GET', '/api/v1?x', true],
  ['GET', '/api/v1/reports?format=json', true],
  ['GET', '/api/v1/reports?format=jsonl', false],
  ['GET', '/api/v1/reports?year=2024&%66ormat=csv', false],
  ['GET', '/api/v1/reports?year=2024&format=csv&limit=5', false],
  ['POST', '/api/v1/submissions', false],
  ['OPTIONS', '/api/v1/reports', false],
  ['GET', '/api/auth/get-session', false],
  ['GET', '/api/v10/reports', false],
])('%s %s is kept: %s', (method, url, kept) => {
  expect(isKeptAnswer(method, url)).toBe(kept);
});
