import { expect, test } from 'vitest';
import { BoundedQueue } from './bounded-queue.ts';
import { ApiError } from './errors.ts';

const message = '忙';
const codeOf = (error: unknown) => (error instanceof ApiError ? `${error.code} ${error.message}` : error);

test('runs a limited number concurrently, the others in turn', async () => {
  const queue = new BoundedQueue({ concurrency: 2, capacity: 10, timeoutMs: 1_000, rest: 0, message });
  const [started, gates]: [number[], PromiseWithResolvers<number>[]] = [[], []];
  const runs = [0, 1, 2, 3].map((index) =>
    queue.run(() => {
      started.push(index);
      return (gates[index] = Promise.withResolvers<number>()).promise;
    }),
  );
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  gates[1]!.resolve(1);
  expect(await runs[1]).toBe(1);
  await new Promise(setImmediate);
  expect(started).toEqual([0, 1, 2]);
  gates[0]!.reject(new Error('failed'));
  await expect(runs[0]).rejects.toThrow('failed');
  await new Promise(setImmediate);
  expect(started).toEqual([0, 1, 2, 3]);
  gates[2]!.resolve(2);
  gates[3]!.resolve(3);
  expect(await Promise.all(runs.slice(2))).toEqual([2, 3]);
  expect(await queue.run(async () => 'free again')).toBe('free again');
});

test('refuses what it has no room for, and what waits too long, and goes on', async () => {
  const queue = new BoundedQueue({ concurrency: 1, capacity: 1, timeoutMs: 20, rest: 0, message });
  const gate = Promise.withResolvers<void>();
  const first = queue.run(() => gate.promise);
  const late = queue.run(async () => 'never').catch(codeOf);
  expect(await queue.run(async () => 'never').catch(codeOf)).toBe('busy 忙');
  expect(await late).toBe('busy 忙');
  gate.resolve();
  await first;
  expect(await queue.run(async () => 'free again')).toBe('free again');
});

test('rests between two, in proportion to what the first took', async () => {
  const queue = new BoundedQueue({ concurrency: 1, capacity: 10, timeoutMs: 1_000, rest: 2, message });
  const times: number[] = [];
  const work = async () => {
    times.push(performance.now());
    await new Promise((resolve) => setTimeout(resolve, 50));
    times.push(performance.now());
  };
  await Promise.all([queue.run(work), queue.run(work)]);
  expect(times[2]! - times[1]!).toBeGreaterThan(90);
});
