import { spawnSync } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { startGateway } from '@gongkai/tooling-deploy/nginx';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import { Browser } from './browser.ts';
import { work } from './clerk.ts';
import type { Cluster } from './cluster.ts';
import { compare } from './compare.ts';
import { readOnAndOn } from './readers.ts';
import { ClientRecord } from './record.ts';
import { untilReady, type Engine, type Round } from './rounds.ts';
import { SupervisedServer } from './supervised-server.ts';
import type { World } from './world.ts';

const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));

/** For the first step that is acknowledged after a fault. */
const MAX_WAIT_MS = 60_000;

/** What is prepared once for all rounds. */
export interface Ground {
  readonly folder: string;
  readonly cluster: Cluster;
  readonly worlds: Readonly<Record<Engine, World>>;
  /** Seconds of work before the fault, and again after it. */
  readonly seconds: number;
}

export interface Result {
  readonly round: string;
  readonly engine: Engine;
  readonly acknowledged: number;
  readonly reports: number;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Of the server's process, that the round did not cause itself. */
  readonly exits: readonly string[];
  /** 500, 502 and the like that readers saw, and refusals that clerks should not have seen. */
  readonly faults: readonly string[];
  readonly auditVerified: boolean;
  /** From the end of the fault until the server was ready, in seconds; undefined where it did not recover by itself. */
  readonly recoveredAfter: number | undefined;
}

/** Runs one round on one engine, in a folder and a database of its own. */
export async function runRound(round: Round, engine: Engine, ground: Ground): Promise<Result> {
  const name = `${round.name.replaceAll('-', '_')}_${engine}`;
  const folder = join(ground.folder, name);
  await mkdir(folder, { recursive: true });
  await using closing = new AsyncDisposableStack();
  const { cluster } = ground;
  const directory = join(folder, 'disk', 'data');
  if (round.smallDisk) closing.defer(mountSmallDisk(join(folder, 'disk')));
  if (engine === 'embedded') await cp(join(ground.folder, 'world'), directory, { recursive: true });
  else {
    await cluster.createDatabase(name, 'world');
    if (round.cluster) {
      await restart(cluster, round.cluster);
      closing.defer(() => restart(cluster));
    }
  }
  const replica = round.withReplica ? await cluster.createReplica(join(folder, 'replica')) : undefined;
  if (replica) closing.defer(() => replica.stop('SIGKILL'));

  const ports = round.behindProxy ? [await freePort(), await freePort()] : [await freePort()];
  const proxy = round.behindProxy
    ? closing.use(await startGateway({ variant: 'own-host', folder: join(folder, 'nginx'), ports }))
    : undefined;
  if (proxy) setDefaultCACertificates([...getCACertificates('default'), proxy.certificate]);
  const place = engine === 'embedded' ? undefined : cluster.urlOf(name);
  const settings = {
    ...(place && { DATABASE_URL: place }),
    ...(replica && { GONGKAI_REPLICA_URL: replica.urlOf(name) }),
    ...(proxy && { GONGKAI_ORIGIN: proxy.url, GONGKAI_TRUSTED_PROXY: 'yes' }),
    ...round.settings,
  };
  const args = ['--data', directory];
  const servers = ports.map(
    (port) => new SupervisedServer({ port, settings, args, logFile: join(folder, 'server.log') }),
  );
  closing.defer(async () => void (await Promise.all(servers.map((server) => server.stop()))));
  for (const { url } of servers) await untilReady(url);
  const url = proxy?.url ?? servers[0]!.url;

  const { seats, reviewer: reviewerAccount } = ground.worlds[engine];
  const reviewer = new Browser(() => url, reviewerAccount);
  const drafters = seats.map(({ drafter }) => new Browser(() => url, drafter));
  using record = new ClientRecord(join(folder, 'acknowledged.jsonl'));
  let stopping = false;
  const working = Promise.all(
    seats.map(({ agencies }, at) =>
      work({ drafter: drafters[at]!, reviewer, agencies, record, stopping: () => stopping }),
    ),
  );
  const reading = readOnAndOn(url, round.behindProxy === true, () => stopping);

  const faults: string[] = [];
  await sleep(ground.seconds * 1_000);
  await round.strike({
    ...{ servers, url, directory, cluster, database: name, replica },
    expect: (what, holds) => void (holds || faults.push(`not ${what}`)),
  });
  const struck = performance.now();
  const recovered = await Promise.all(servers.map((server) => untilReady(server.url))).then(
    () => true,
    () => false,
  );
  const recoveredAfter = recovered ? (performance.now() - struck) / 1_000 : undefined;
  const before = record.entries.length;
  // Clerks without a report left have nothing to send.
  let finished = false;
  void working.then(() => (finished = true));
  await sleep(ground.seconds * 1_000);
  const deadline = Date.now() + MAX_WAIT_MS;
  while (!finished && record.entries.length === before && Date.now() < deadline) await sleep(100);
  if (!finished && record.entries.length === before) faults.push('nothing acknowledged after the fault');
  stopping = true;
  const [tallies, seen] = await Promise.all([working, reading]);
  if (!record.entries.some(({ step }) => step === 'published')) faults.push('no report came to the public');
  faults.push(...tallies.flatMap(({ wrong }) => wrong));
  faults.push(...[...seen.faults].map(([what, times]) => `readers: ${what} x ${times}`));
  for (const [why, times] of tallies.flatMap(({ unknown }) => [...unknown]))
    // Behind a proxy with a second process no client may notice anything.
    if (round.behindProxy || /^(500|502)/.test(why)) faults.push(`clerk: ${why} x ${times}`);

  const seatOf = (agencyId: string) => seats.findIndex(({ agencies }) => agencies.some(({ id }) => id === agencyId));
  const { reports, lost, twice } = await compare(record.entries, url, (agencyId) => ({
    drafter: drafters[seatOf(agencyId)]!,
    reviewer,
  })).catch((error: Error) => ({ reports: 0, lost: [error.message], twice: [] }));
  const auditVerified = verifyAudit(args, settings);
  const exits = servers.flatMap(({ unexpectedExits }) => unexpectedExits);
  const result = { round: round.name, engine, acknowledged: record.entries.length, reports, lost, twice, exits };
  return { ...result, faults, auditVerified, recoveredAfter };
}

async function restart(cluster: Cluster, settings: readonly string[] = []): Promise<void> {
  await cluster.stop();
  await cluster.start(settings);
}

function verifyAudit(args: readonly string[], settings: Readonly<Record<string, string>>): boolean {
  const { DATABASE_URL: _, ...environment } = process.env;
  const command = [main, 'audit', 'verify', ...args];
  return spawnSync(process.execPath, command, { env: { ...environment, ...settings } }).status === 0;
}

/** @returns what unmounts it @throws where this user may not mount */
function mountSmallDisk(path: string): () => void {
  spawnSync('mkdir', ['-p', path]);
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=150m', 'tmpfs', path], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new SkippedRound(`no file system can be mounted here: ${stderr.trim()}`);
  return () => void spawnSync('umount', ['-l', path]);
}

/** The machine does not permit this round. */
export class SkippedRound extends Error {
  override readonly name = 'SkippedRound';
}

/** Removes the files of a round that succeeded. */
export async function removeRound(ground: Ground, round: Round, engine: Engine): Promise<void> {
  await rm(join(ground.folder, `${round.name.replaceAll('-', '_')}_${engine}`), { recursive: true, force: true });
}
