import { randomBytes } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import type { SupervisedServer } from './supervised-server.ts';

export type Engine = 'embedded' | 'postgresql';

/** What a round may hurt. */
export interface Target {
  readonly servers: readonly SupervisedServer[];
  /** By which clients reach it. */
  readonly url: string;
  /** Of the embedded database. */
  readonly directory: string;
  /** Of PostgreSQL, with the name of the database. */
  readonly cluster: Cluster;
  readonly database: string;
  readonly replica: Cluster | undefined;
  /** What must hold in the middle of the round. */
  expect(what: string, holds: boolean): void;
}

export interface Round {
  readonly name: string;
  readonly engines: readonly Engine[];
  /** In place of the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Of the PostgreSQL server, while the round lasts. */
  readonly cluster?: readonly string[];
  /** The data directory is on a file system of its own, which can be filled. */
  readonly smallDisk?: boolean;
  readonly withReplica?: boolean;
  /** Two processes behind nginx. */
  readonly behindProxy?: boolean;
  readonly strike: (target: Target) => Promise<void>;
}

const both: readonly Engine[] = ['embedded', 'postgresql'];
const server: readonly Engine[] = ['postgresql'];
/** A database that stops answering is noticed within the round. */
const impatient = { GONGKAI_DB_STATEMENT_SECONDS: '4', GONGKAI_DB_PUBLIC_STATEMENT_SECONDS: '2' };

export const rounds: readonly Round[] = [
  { name: 'baseline', engines: both, strike: () => sleep(4_000) },
  { name: 'kill-server', engines: both, strike: ({ servers }) => servers[0]!.end('SIGKILL') },
  {
    name: 'kill-server-3-times',
    engines: both,
    async strike({ servers }) {
      for (const pause of [2_000, 3_500, 0]) {
        await servers[0]!.end('SIGKILL');
        await sleep(pause);
      }
    },
  },
  { name: 'terminate-server', engines: both, strike: ({ servers }) => servers[0]!.end('SIGTERM') },
  {
    name: 'damaged-lock',
    engines: ['embedded'],
    strike: ({ servers, directory }) =>
      servers[0]!.whileKilled(() => writeFile(join(directory, 'lock'), randomBytes(5_000))),
  },
  {
    name: 'terminate-backends',
    engines: server,
    async strike({ cluster, database }) {
      const statement = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`;
      for (let time = 0; time < 5; time += 1) {
        await cluster.run('postgres', statement);
        await sleep(400);
      }
    },
  },
  {
    name: 'kill-backend',
    engines: server,
    async strike({ cluster, database }) {
      for (let time = 0; time < 2; time += 1) {
        await cluster.killBackend(database);
        await sleep(2_000);
      }
    },
  },
  {
    name: 'kill-postmaster',
    engines: server,
    async strike({ cluster }) {
      await cluster.stop('SIGKILL');
      await sleep(500);
      await cluster.start();
    },
  },
  {
    name: 'stop-postgres',
    engines: server,
    async strike(target) {
      await target.cluster.stop();
      await sleep(2_000);
      await expectClosed(target);
      await sleep(6_000);
      await target.cluster.start();
    },
  },
  {
    name: 'freeze-postgres',
    engines: server,
    settings: impatient,
    async strike(target) {
      target.cluster.signalAll('SIGSTOP');
      await sleep(3_000);
      await expectClosed(target);
      await sleep(7_000);
      target.cluster.signalAll('SIGCONT');
    },
  },
  {
    name: 'few-connections',
    engines: server,
    cluster: ['max_connections=10', 'max_wal_senders=0'],
    strike: () => sleep(6_000),
  },
  { name: 'full-disk', engines: ['embedded'], smallDisk: true, strike: fillDisk },
  {
    name: 'replica-away',
    engines: server,
    withReplica: true,
    settings: impatient,
    async strike(target) {
      for (const signal of ['SIGINT', 'SIGKILL'] as const) {
        await target.replica!.stop(signal);
        await sleep(500);
        for (const path of ['/readyz', '/readyz/public', '/', `/api/v1/agencies?limit=${signal.length}`])
          target.expect(`${path} 200`, (await statusOf(target, path)) === 200);
        await sleep(1_500);
        await target.replica!.start();
        await sleep(1_500);
      }
    },
  },
  {
    name: 'rolling-restart',
    engines: server,
    behindProxy: true,
    settings: { GONGKAI_LAME_DUCK_SECONDS: '5' },
    async strike({ servers }) {
      for (const one of [...servers, ...servers]) {
        await one.end('SIGTERM');
        await untilReady(one.url);
        await sleep(500);
      }
    },
  },
];

/** Fills the disk to its last byte, for a while. */
async function fillDisk(target: Target): Promise<void> {
  const file = join(target.directory, '..', 'filler');
  const { bavail, bsize } = await statfs(target.directory);
  await writeFile(file, Buffer.alloc(bavail * bsize)).catch(() => undefined);
  await writeFile(`${file}2`, Buffer.alloc(2 ** 20)).catch(() => undefined);
  await sleep(4_000);
  for (const [path, status] of [
    ['/healthz', 200],
    ['/readyz/public', 200],
    ['/readyz/clerks', 503],
    ['/readyz', 503],
  ] as const)
    target.expect(`${path} ${status}`, (await statusOf(target, path)) === status);
  await rm(file, { force: true });
  await rm(`${file}2`, { force: true });
}

/** While the database is away: nothing is ready, and that is said within two seconds; the process is well. */
async function expectClosed(target: Target): Promise<void> {
  target.expect('/healthz 200', (await statusOf(target, '/healthz')) === 200);
  for (const path of ['/readyz', '/readyz/clerks', '/readyz/public']) {
    const start = performance.now();
    const status = await statusOf(target, path);
    target.expect(`${path} 503 within 2 s`, status === 503 && performance.now() - start < 2_000);
  }
}

async function statusOf({ url }: Pick<Target, 'url'>, path: string): Promise<number> {
  return fetch(url + path, { signal: AbortSignal.timeout(10_000) }).then(
    ({ status }) => status,
    () => 0,
  );
}

/** @throws where it is not ready within that time */
export async function untilReady(url: string, withinMs = 90_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while ((await statusOf({ url }, '/readyz')) !== 200) {
    if (Date.now() > deadline) throw new Error(`${url} did not become ready`);
    await sleep(100);
  }
}
