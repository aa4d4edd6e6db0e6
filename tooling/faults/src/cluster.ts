import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import { findPostgres } from '@gongkai/tooling-scripts/programs';
import { Client } from 'pg';

/** A PostgreSQL server of our own, written through to the disk, that can be hurt in every way. */
export class Cluster {
  readonly #bin: string;
  readonly #folder: string;
  readonly #owner: { uid?: number; gid?: number };
  readonly port: number;
  #server: ChildProcess | undefined;

  private constructor(bin: string, folder: string, port: number) {
    [this.#bin, this.#folder, this.port, this.#owner] = [bin, folder, port, ownerOfServer()];
  }

  /** @throws where there is no PostgreSQL */
  static async create(folder: string): Promise<Cluster> {
    const bin = findPostgres();
    if (!bin) throw new Error('PostgreSQL is missing: install postgresql.');
    const cluster = new Cluster(bin, folder, await freePort());
    await mkdir(folder, { mode: 0o700, recursive: true });
    const { uid, gid } = cluster.#owner;
    if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
    const args = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--lc-ctype=C.UTF-8'];
    const { status, stderr } = spawnSync(join(bin, 'initdb'), ['-D', join(folder, 'data'), ...args], {
      ...cluster.#owner,
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
    await cluster.start();
    return cluster;
  }

  /** A standby that follows this server. */
  async createReplica(folder: string): Promise<Cluster> {
    const replica = new Cluster(this.#bin, folder, await freePort());
    await mkdir(folder, { mode: 0o700, recursive: true });
    const { uid, gid } = this.#owner;
    if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
    const args = ['-R', '-c', 'fast', '-D', join(folder, 'data'), '-d', this.urlOf('postgres')];
    const { status, stderr } = spawnSync(join(this.#bin, 'pg_basebackup'), args, {
      ...this.#owner,
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`pg_basebackup failed: ${stderr}`);
    await replica.start();
    return replica;
  }

  urlOf(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  async start(settings: readonly string[] = []): Promise<void> {
    const options = settings.flatMap((setting) => ['-c', setting]);
    const args = ['-D', join(this.#folder, 'data'), '-h', '127.0.0.1', '-p', String(this.port), '-k', this.#folder];
    this.#server = spawn(join(this.#bin, 'postgres'), [...args, ...options], {
      ...this.#owner,
      cwd: this.#folder,
      stdio: 'ignore',
    });
    const deadline = Date.now() + 60_000;
    while (!(await this.run('postgres', 'SELECT 1').then(Boolean, () => false))) {
      if (Date.now() > deadline) throw new Error('PostgreSQL did not start');
      await sleep(100);
    }
  }

  /** SIGINT asks for a fast shutdown, SIGKILL leaves everything as it lies. Waits until no process is left. */
  async stop(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const backends = this.backends();
    server.kill(signal);
    await once(server, 'exit');
    // Backends of a postmaster that was killed end by themselves; a new one must not start before that.
    while (backends.some(isAlive)) await sleep(50);
  }

  /** Process ids of its children. */
  backends(): number[] {
    return childrenOf(this.#server!.pid!);
  }

  /** SIGSTOP and SIGCONT, for all its processes. */
  signalAll(signal: 'SIGSTOP' | 'SIGCONT'): void {
    for (const pid of [this.#server!.pid!, ...this.backends()]) kill(pid, signal);
  }

  /** Kills a backend that serves that database. */
  async killBackend(database: string): Promise<void> {
    const { rows } = await this.run(
      'postgres',
      `SELECT pid FROM pg_stat_activity WHERE datname = '${database}' ORDER BY state = 'active' DESC, random() LIMIT 1`,
    );
    for (const { pid } of rows as { pid: number }[]) kill(pid, 'SIGKILL');
  }

  async run(database: string, statement: string): Promise<{ rows: unknown[] }> {
    const client = new Client({ connectionString: this.urlOf(database), connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await client.query(statement);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** An empty database, or a copy of another that nobody uses. */
  async createDatabase(name: string, template = 'template0'): Promise<string> {
    await this.run('postgres', `CREATE DATABASE ${name} TEMPLATE ${template}`);
    return this.urlOf(name);
  }
}

function ownerOfServer(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | undefined {
  try {
    // The name of the program, in brackets, may hold anything.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  return kill(pid, 0);
}

function kill(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
