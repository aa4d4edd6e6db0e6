import { expect, it } from 'vitest';
import { callerOf, RateLimit } from './rate-limit.ts';

it('lets each address call so often a minute, and says how often still', () => {
  const limit = new RateLimit(2);
  expect(limit.take('192.0.2.1', 10_000)).toEqual({
    allowed: true,
    headers: ['ratelimit-limit', '2', 'ratelimit-remaining', '1', 'ratelimit-reset', '50'],
  });
  limit.take('192.0.2.1', 20_000);
  expect(limit.take('192.0.2.1', 30_500)).toEqual({
    allowed: false,
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

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:0db8:1:2:ffff::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('takes %s for %s', (address, caller) => {
  expect(callerOf(address)).toBe(caller);
});
