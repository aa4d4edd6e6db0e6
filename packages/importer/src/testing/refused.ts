import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { ImportPool } from '../sandbox/import-pool.ts';
import { residentBytes } from '../sandbox/process/memory.ts';
import type { BadFile } from './bad-files.ts';

const megabyte = 2 ** 20;

/** Expects that the pool refuses the file with a reason in Chinese, within 10 s and 512 MB. */
export async function expectRefused(pool: ImportPool, { bytes, code }: BadFile): Promise<void> {
  const start = performance.now();
  const { result, peak } = await peakOf(() => pool.import(bytes));
  expect(performance.now() - start).toBeLessThan(12_000);
  // The pool checks the memory of its children at intervals.
  expect(peak).toBeLessThan(600 * megabyte);
  expect(result).toMatchObject({ ok: false, ...(code === undefined ? {} : { code }) });
  if (!result.ok) expect(result.message).toMatch(/\p{Script=Han}.*。$/u);
}

/** Ids of the child processes of this process. */
function children(): string[] {
  return readdirSync('/proc/self/task').flatMap((task) => {
    try {
      return readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean);
    } catch {
      return [];
    }
  });
}

/** The peak memory in bytes of any child during the work. */
async function peakOf<T>(work: () => Promise<T>): Promise<{ result: T; peak: number }> {
  let peak = 0;
  const watch = setInterval(() => {
    for (const child of children()) void residentBytes(child).then((held) => (peak = Math.max(peak, held)));
  }, 30);
  try {
    return { result: await work(), peak };
  } finally {
    clearInterval(watch);
  }
}
