import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepSecret } from './secret.ts';

test('a secret is made once, for its owner alone, also by two who start at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-secret-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'secret');
  const [first, second] = await Promise.all([keepSecret(file), keepSecret(file)]);
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(second).toBe(first);
  expect(await keepSecret(file)).toBe(first);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await keepSecret(join(folder, 'other'))).not.toBe(first);
});
