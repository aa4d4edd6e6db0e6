import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@gongkai/db';
import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { expect, it, onTestFinished, vi } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { startServer, untilStarted } from '../testing/server-process.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-unusable-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes a folder read-only for the user who runs the test: root ignores permissions, but not a read-only mount. */
function makeReadOnly(folder: string): void {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    return;
  }
  for (const options of ['bind', 'remount,bind,ro']) {
    const { status, stderr } = spawnSync('mount', ['-o', options, folder, folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`mount: ${stderr}`);
  }
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
}

const canMount = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-mount-'));
  const mounted = spawnSync('mount', ['-o', 'bind', folder, folder]).status === 0;
  if (mounted) spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true });
  return mounted;
};

/** The single line of output with which the command ends. */
async function errorResponse(...args: string[]): Promise<string> {
  const { code, out, notes } = await runCommand(...args);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(notes).toMatch(/^[^\n]+\n$/);
  return notes;
}

const serving = (folder: string) => ['serve', '--port', '0', '--no-demo', '--data', folder] as const;

it.skipIf(process.getuid?.() === 0 && !canMount())(
  'says in a line that it cannot write to its data directory, which it leaves as it is',
  async () => {
    vi.stubEnv('DATABASE_URL', '');
    onTestFinished(() => void vi.unstubAllEnvs());
    const empty = temporaryFolder();
    makeReadOnly(empty);
    expect(await errorResponse(...serving(empty))).toMatch(/^用不了数据目录 .*请检查权限和磁盘空间/);
    const used = temporaryFolder();
    mkdirSync(join(used, 'pgdata'));
    writeFileSync(join(used, 'lock'), '');
    makeReadOnly(used);
    for (const args of [serving(used), ['backup', join(tmpdir(), 'no.zst'), '--data', used]])
      expect(await errorResponse(...args)).toMatch(/数据目录.*请检查权限/);
  },
);

it('says in a line that its data directory is no directory, or that its lock is none', async () => {
  vi.stubEnv('DATABASE_URL', '');
  onTestFinished(() => void vi.unstubAllEnvs());
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(await errorResponse(...serving(join(folder, 'file')))).toMatch(/^用不了数据目录 /);
  mkdirSync(join(folder, 'locked', 'lock', 'kept'), { recursive: true });
  expect(await errorResponse(...serving(join(folder, 'locked')))).toMatch(/^用不了数据目录里的锁文件 /);
});

it('says in a line that a database has an encoding without Chinese', async () => {
  const { url } = await databaseOfItsOwn();
  const name = `${new URL(url).pathname.slice(1)}_latin1`;
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'`);
  onTestFinished(() => onServer(url, `DROP DATABASE ${name} WITH (FORCE)`));
  vi.stubEnv('DATABASE_URL', Object.assign(new URL(url), { pathname: `/${name}` }).href);
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const args of [
    ['serve', '--port', '0', '--no-demo'],
    ['audit', 'verify'],
  ])
    expect(await errorResponse(...args)).toMatch(/编码是 LATIN1/);
});

it(
  'waits in a line for connections that are used up, and starts as soon as there are some',
  { timeout: 60_000 },
  async () => {
    const { url } = await databaseOfItsOwn();
    const name = new URL(url).pathname.slice(1);
    const role = `${name}_role`;
    // A connection limit of the database applies to all roles except superusers.
    await onServer(url, `CREATE ROLE ${role} LOGIN PASSWORD 'word'`);
    await onServer(url, `ALTER DATABASE ${name} OWNER TO ${role}`);
    onTestFinished(() => onServer(url, `ALTER DATABASE ${name} OWNER TO CURRENT_USER`));
    await onServer(url, `ALTER DATABASE ${name} CONNECTION LIMIT 0`);
    const limited = Object.assign(new URL(url), { username: role, password: 'word' }).href;

    vi.stubEnv('DATABASE_URL', limited);
    vi.stubEnv('GONGKAI_DB_CONNECT_SECONDS', '1');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await errorResponse('audit', 'verify')).toMatch(/连接已经用尽.*max_connections/);
    const server = startServer(['--port', '0', '--no-demo'], { DATABASE_URL: limited });
    onTestFinished(() => server.end('SIGKILL').then(() => undefined));
    await expect
      .poll(() => server.output.notes, { timeout: 30_000 })
      .toMatch(/^[^\n]*还没有就绪[^\n]*连接已经用尽[^\n]*\n$/);
    await onServer(url, `ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    expect((await fetch(`${await untilStarted(server)}/readyz`)).status).toBe(200);
  },
);

async function databaseOfItsOwn() {
  const database = await freshDatabase();
  onTestFinished(database.drop);
  return database;
}

async function onServer(url: string, statement: string): Promise<void> {
  const { pool, close } = await openDatabase({ url });
  try {
    await pool.query(statement);
  } finally {
    await close();
  }
}
