import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import { findPostgres, postgres } from '@gongkai/tooling-scripts/programs';
import { Client } from 'pg';
import type { ServerToRemove } from './remove-server.ts';
import { whenOver } from './when-over.ts';

export type PostgresServer = { url: string; stop: () => Promise<void> };

type Owner = Pick<SpawnOptions, 'uid' | 'gid'>;

// With C as ctype, pg_trgm ignores Chinese.
const initArguments = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--lc-ctype=C.UTF-8'];
// The database of a test need not survive a power failure.
const forSpeed = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts an empty PostgreSQL server in a temporary folder, on a free port of 127.0.0.1.
 * @param options.durable flushes to disk, as a production server does
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const bin = findPostgres();
  if (!bin) throw new Error(`No PostgreSQL server found: ${postgres.advice}`);
  const owner = postgresOwner();
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-postgres-'));
  const data = join(folder, 'data');
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await chmod(folder, 0o700);
    if (owner.uid !== undefined && owner.gid !== undefined) await chown(folder, owner.uid, owner.gid);
    const init = spawnSync(join(bin, 'initdb'), ['-D', data, '--no-sync', ...initArguments], {
      ...owner,
      cwd: folder,
      encoding: 'utf8',
    });
    if (init.status !== 0) throw new Error(`initdb failed: ${init.error?.message ?? init.stderr}`);

    const port = await freePort();
    const settings = ['max_connections=200', ...(durable ? [] : forSpeed)].flatMap((setting) => ['-c', setting]);
    const child = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, ...settings],
      { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const task: ServerToRemove = { pid: child.pid!, folder };
    const stop = whenOver(new URL('./remove-server.ts', import.meta.url), task);
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    await untilReady(child, url).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return { url, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** PostgreSQL refuses to run as root, so root starts it as the user that the distribution's package creates. */
function postgresOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    if (status !== 0) throw new Error('PostgreSQL does not run as root, and there is no user "postgres" to run it as.');
    return Number(stdout);
  };
  return { uid: id('-u'), gid: id('-g') };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (log = (log + chunk).slice(-4_000)));
  const deadline = Date.now() + 30_000;
  while (child.exitCode === null && Date.now() < deadline) {
    const client = new Client({ connectionString: url });
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (ready) return;
    await sleep(50);
  }
  throw new Error(`PostgreSQL did not start:\n${log}`);
}
