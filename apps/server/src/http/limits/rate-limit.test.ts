import { expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

it('lets each address call so often a minute, and says how often still', () => {
  const limit = new RateLimit(2);
  expect(limit.take('192.0.2.1', 10_000)).toEqual({
    allowed: true,
    retryAfter: 50,
    headers: ['ratelimit-limit', '2', 'ratelimit-remaining', '1', 'ratelimit-reset', '50'],
  });
  limit.take('192.0.2.1', 20_000);
  expect(limit.take('192.0.2.1', 30_500)).toEqual({
    allowed: false,
    retryAfter: 30,
    headers: ['ratelimit-limit', '2', 'ratelimit-remaining', '0', 'ratelimit-reset', '30', 'retry-after', '30'],
  });
  expect(limit.take('192.0.2.2', 30_500).allowed).toBe(true);
  expect(limit.take('192.0.2.1', 60_000).allowed).toBe(true);
});

it('remembers no more addresses than it has room for', () => {
  const limit = new RateLimit(1, 2);
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) limit.take(address, 0);
  expect(limit.take('192.0.2.3', 0).allowed).toBe(false);
  expect(limit.take('192.0.2.1', 0).allowed).toBe(true);
});
