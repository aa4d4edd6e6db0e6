import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServices, installation } from '@gongkai/api';
import { migrate, openDatabase } from '@gongkai/db';
import { relayTo } from '@gongkai/db/testing';
import { backUp, restore } from '@gongkai/db/backup';
import { blankReport, formOfYear } from '@gongkai/schema';
import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { expect, it, onTestFinished } from 'vitest';
import { startServer, untilStarted } from '../testing/server-process.ts';

/**
 * The copy is made manually and behaves like a replica whose replication has stopped, so that the test can distinguish
 * which database was read.
 */
it('reads for the public from the replica, and from the primary while that is away', { timeout: 90_000 }, async () => {
  const [main, copy] = await Promise.all([freshDatabase(), freshDatabase()]);
  onTestFinished(() => Promise.all([main.drop(), copy.drop()]).then(() => undefined));
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-replica-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));

  const database = await openDatabase({ url: main.url });
  await migrate(database);
  const services = createServices({ db: database.db, clock: () => new Date() });
  const name = '青原镇人民政府';
  const agencyId = await services.agency.create({ name, kind: 'town', level: 'township', validFrom: '2008-01-01' });
  const publish = (year: number) =>
    services.publication.archiveAll(installation, [
      {
        ...{ agencyId, year, kind: 'own', publishedOn: `${year + 1}-01-20` },
        report: blankReport(formOfYear(year)!, { name }, year, 'own'),
      },
    ]);
  await publish(2019);
  const file = join(folder, 'copy.zst');
  await backUp(database, file);
  const replica = await openDatabase({ url: copy.url });
  await restore(replica, file);
  await replica.close();
  await publish(2020);
  await database.close();

  const near = await relayTo(copy.url);
  onTestFinished(() => near.close());
  const site = startServer(['--port', '0', '--no-demo'], {
    DATABASE_URL: main.url,
    GONGKAI_REPLICA_URL: `${near.url}?options=-c%20default_transaction_read_only%3Don`,
    GONGKAI_DB_CONNECT_SECONDS: '2',
    GONGKAI_DB_PUBLIC_STATEMENT_SECONDS: '1',
  });
  onTestFinished(() => site.end('SIGKILL').then(() => undefined));
  const url = await untilStarted(site);
  const status = async (path: string) => (await fetch(url + path)).status;
  expect(await status(`/reports/${agencyId}/2019/own`)).toBe(200);
  expect(await status(`/reports/${agencyId}/2020/own`)).toBe(404);
  expect(await status(`/api/v1/reports/${agencyId}/2019/own`)).toBe(200);
  expect(await status(`/api/v1/reports/${agencyId}/2020/own`)).toBe(404);
  expect(await status('/readyz')).toBe(200);
  expect(site.output.notes).not.toMatch(/read-only/);

  /**
   * Requests cached and uncached pages, the open API, procedures of the admin app, and the probes of a load balancer.
   */
  const expectAllWell = async (attempt: number) => {
    const paths = ['/', '/agencies', `/agencies/${agencyId}`, `/reports/${agencyId}/2019/own`, `/search?q=${attempt}`];
    const calls = [`/api/v1/agencies?limit=${attempt}`, '/api/v1/reports', '/trpc/agency.list', '/admin/'];
    for (const path of [...paths, ...calls, '/readyz', '/readyz/public', '/readyz/clerks']) {
      const start = performance.now();
      expect([path, await status(path)]).toEqual([path, 200]);
      expect(performance.now() - start).toBeLessThan(5_000);
    }
    // The primary has the report that the replica lacks.
    expect(await status(`/api/v1/reports/${agencyId}/2020/own`)).toBe(200);
  };
  near.freeze();
  await expectAllWell(11);
  await near.close();
  await expectAllWell(12);
  await using _again = await relayTo(copy.url, Number(new URL(near.url).port));
  await expect.poll(() => status(`/api/v1/reports/${agencyId}/2020/own?download=0`), { timeout: 30_000 }).not.toBe(500);
  expect(site.output.notes).not.toMatch(/^\s+at /m);
});
