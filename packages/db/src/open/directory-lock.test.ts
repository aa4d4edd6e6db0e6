import { mkdirSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { lockDirectory } from './directory-lock.ts';

test.each([
  ['a damaged file', (path: string) => writeFileSync(path, randomBytes(5_000))],
  ['a short text', (path: string) => writeFileSync(path, 'x')],
  ['the first half of a header', (path: string) => writeFileSync(path, 'SQLite format 3\0'.padEnd(60, '\xff'))],
  ['an empty folder', (path: string) => mkdirSync(path)],
])('a lock that is %s is made again, and locks', async (_name, damage) => {
  await using place = await temporaryDirectory();
  damage(join(place.path, 'lock'));
  const unlock = lockDirectory(place.path);
  expect(() => lockDirectory(place.path)).toThrow('正由另一个进程使用');
  unlock();
  lockDirectory(place.path)();
});

test('a lock that is a folder with something in it is left alone, and named', async () => {
  await using place = await temporaryDirectory();
  mkdirSync(join(place.path, 'lock', 'kept'), { recursive: true });
  expect(() => lockDirectory(place.path)).toThrow(/^用不了数据目录里的锁文件 .*[/\\]lock/);
});
