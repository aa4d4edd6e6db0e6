import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ratio, spread } from './ratio.ts';

let clock = 0;
const takes = (milliseconds: number) => () => void (clock += milliseconds);

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => void vi.restoreAllMocks());

test('the spread of an even and of an odd number of samples', () => {
  expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
  expect(spread([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
});

test('work that takes three times as long has a ratio of three, and says so', async () => {
  expect(await ratio('slow', takes(3), takes(1), { rounds: 5 })).toEqual({ median: 3, min: 3, max: 3 });
  expect(console.log).toHaveBeenCalledExactlyOnceWith(
    'slow: 3.00 times (3.00 to 3.00 in 5 rounds; ours 3.00 ms, reference 1.00 ms)',
  );
});

test('work that is waited for is timed to its end', async () => {
  const later = takes(10);
  const { median } = await ratio('async', () => Promise.resolve().then(later), takes(1), { rounds: 3 });
  expect(median).toBe(10);
});

test('the two are timed turn by turn', async () => {
  const turns: string[] = [];
  const work = (name: string) => () => {
    turns.push(name);
    clock += 100;
  };
  await ratio('turns', work('ours'), work('reference'), { rounds: 3 });
  expect(turns.slice(-6)).toEqual(['ours', 'reference', 'ours', 'reference', 'ours', 'reference']);
});
