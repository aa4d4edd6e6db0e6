import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PublicVersion } from './public-version.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

it('asks once a second, however many want to know', async () => {
  const read = vi.fn(async () => 'v');
  const version = new PublicVersion(read);
  await Promise.all([version.current(), version.current()]);
  vi.advanceTimersByTime(1_000);
  await version.current();
  expect(read).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  await version.current();
  expect(read).toHaveBeenCalledTimes(2);
});

it('asks at once after a change made here', async () => {
  let stored = 'before';
  const version = new PublicVersion(async () => stored);
  expect(await version.current()).toBe('before');
  stored = 'after';
  version.outdate();
  expect(await version.current()).toBe('after');
});

it('asks again after a failure', async () => {
  let fails = true;
  const version = new PublicVersion(async () => {
    if (fails) throw new Error('no database');
    return 'v';
  });
  await expect(version.current()).rejects.toThrow('no database');
  fails = false;
  expect(await version.current()).toBe('v');
});
