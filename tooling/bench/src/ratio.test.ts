import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { ratio, spread } from './ratio.ts';

afterEach(() => void vi.restoreAllMocks());

const busy = (milliseconds: number) => () => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

test('the spread of an even and of an odd number of samples', () => {
  expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
  expect(spread([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
});

test('work that takes three times as long has a ratio of about three, and says so', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const { median, min, max } = await ratio('busy', busy(3), busy(1), { rounds: 5 });
  expect(median).toBeGreaterThan(2);
  expect(median).toBeLessThan(4);
  expect(min).toBeLessThanOrEqual(median);
  expect(max).toBeGreaterThanOrEqual(median);
  expect(log).toHaveBeenCalledWith(
    expect.stringMatching(/^busy: \d\.\d\d times \(.* in 5 rounds; ours .* ms, reference .* ms\)$/),
  );
});

test('work that is waited for is timed to its end', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const { median } = await ratio('sleep', () => sleep(10), busy(1), { rounds: 3 });
  expect(median).toBeGreaterThan(5);
});
