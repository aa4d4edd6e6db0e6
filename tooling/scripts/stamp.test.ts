import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { digestOf, onceFor } from './stamp.mjs';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'gongkai-stamp-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('work is done once for the same inputs, and again for others', async () => {
  const work = vi.fn(async () => {});
  const stamp = join(folder, 'below', 'stamp');
  for (const input of ['a', 'a', 'b', 'b', 'a']) await onceFor(stamp, () => digestOf([input]), work);
  expect(work).toHaveBeenCalledTimes(3);
});

test('work that failed is done again', async () => {
  const work = vi.fn().mockRejectedValueOnce(new Error('no network')).mockResolvedValue(undefined);
  const once = () => onceFor(join(folder, 'stamp'), () => digestOf(['a']), work);
  await expect(once()).rejects.toThrow('no network');
  await once();
  await once();
  expect(work).toHaveBeenCalledTimes(2);
});

test('a digest keeps its parts apart', () => {
  expect(digestOf(['ab', 'c'])).not.toBe(digestOf(['a', 'bc']));
});
