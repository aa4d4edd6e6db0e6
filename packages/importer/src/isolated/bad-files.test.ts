import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, it, vi } from 'vitest';
import { badFiles } from '../testing/bad-files.ts';
import { createImportPool } from './import-pool.ts';
import { residentBytes } from './memory.ts';

const megabyte = 2 ** 20;
vi.setConfig({ testTimeout: 60_000 });

const pool = createImportPool({ size: 1 });
afterAll(() => pool.close());

/** Processes that this one has started. */
function children(): string[] {
  return readdirSync('/proc/self/task').flatMap((task) => {
    try {
      return readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean);
    } catch {
      return [];
    }
  });
}

/** The most that any child holds while the work lasts. */
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

it.each(Object.keys(badFiles))('%s is refused with a reason, within 10 s and 512 MB', async (name) => {
  const { bytes, code } = badFiles[name]!();
  const start = performance.now();
  const { result, peak } = await peakOf(() => pool.import(bytes));
  expect(performance.now() - start).toBeLessThan(12_000);
  // What is held is looked at now and then.
  expect(peak).toBeLessThan(600 * megabyte);
  expect(result).toMatchObject({ ok: false, ...(code === undefined ? {} : { code }) });
  if (result.ok) return;
  expect(result.message).toMatch(/\p{Script=Han}.*。$/u);
});
