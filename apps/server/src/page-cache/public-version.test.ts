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
  version.invalidate();
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

it('leaves the version as it was where the database fails or does not answer', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  let read = async () => 'v';
  const asked = vi.fn(() => read());
  const version = new PublicVersion(asked);
  expect(await version.current()).toBe('v');
  read = async () => {
    throw new Error('no database');
  };
  vi.advanceTimersByTime(1_001);
  expect(await version.current()).toBe('v');

  let answer = (_: string): void => undefined;
  read = () => new Promise((resolve) => (answer = resolve));
  vi.advanceTimersByTime(1_001);
  const first = version.current();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await first).toBe('v');
  // A pending query is not repeated, however long it takes.
  const before = asked.mock.calls.length;
  vi.advanceTimersByTime(5_000);
  expect(version.current()).toBe('v');
  expect(asked).toHaveBeenCalledTimes(before);
  answer('w');
  await vi.advanceTimersByTimeAsync(0);
  read = async () => 'w';
  expect(await version.current()).toBe('w');
});
