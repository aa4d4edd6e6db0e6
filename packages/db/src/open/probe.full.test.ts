import { setTimeout as sleep } from 'node:timers/promises';
import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { expect, onTestFinished, test } from 'vitest';
import { createPostgresPool } from './postgres.ts';
import { createProbe } from './probe.ts';

/** Above the time after which pg closes idle connections by default. */
const IDLE_MS = 11_000;

test('a probe keeps its connection while it is idle, so that other work cannot use it up', async () => {
  const { url, drop } = await freshDatabase();
  onTestFinished(drop);
  const probe = createProbe({ url });
  expect(await probe.answers()).toBe(true);
  await sleep(IDLE_MS);
  const observer = createPostgresPool(url, { onError: () => undefined });
  const { rows } = await observer.query(
    `SELECT count(*)::int AS connections FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  expect(rows).toEqual([{ connections: 1 }]);
  await observer.end();
  await probe.close();
});
