import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const read = (name: string) => readFileSync(join(here, name), 'utf8');

/** The instructions of a Dockerfile, comments and blank lines apart. */
function instructions(dockerfile: string): { name: string; rest: string }[] {
  return dockerfile
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => ({ name: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1) }));
}

const steps = instructions(read('Dockerfile'));
const command = JSON.parse(steps.find(({ name }) => name === 'CMD')!.rest) as string[];

describe('the Dockerfile', () => {
  it('makes of a clean copy, by its own steps, a server that answers on PostgreSQL', { timeout: 300_000 }, async () => {
    const copy = mkdtempSync(join(tmpdir(), 'gongkai-image-'));
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
    // COPY . .: what git knows of, for .dockerignore leaves out the rest.
    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
    for (const file of files.toString().split('\0').filter(Boolean))
      cpSync(join(root, file), join(copy, file), { recursive: true });
    for (const { name, rest } of steps)
      if (name === 'RUN' && !rest.includes('/var/lib')) execFileSync('sh', ['-c', rest], { cwd: copy, stdio: 'pipe' });

    const { url, drop } = await freshDatabase();
    onTestFinished(drop);
    const [port, data] = [await freePort(), mkdtempSync(join(tmpdir(), 'gongkai-volume-'))];
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    const args = command.slice(1).map((arg) => (arg === '/var/lib/gongkai' ? data : arg));
    const server = spawn(process.execPath, [...args, '--port', String(port)], {
      cwd: copy,
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: url,
        GONGKAI_ORIGIN: 'https://gongkai.example',
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (text: Buffer) => (output += text.toString()));
    const exit = new Promise<number | null>((resolve) => server.once('exit', resolve));
    onTestFinished(() => void server.kill('SIGKILL'));

    const ready = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    const deadline = Date.now() + 60_000;
    while (!(await ready())) {
      expect(Date.now(), output).toBeLessThan(deadline);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe-/);
    expect((await fetch(`http://127.0.0.1:${port}/admin/`)).status).toBe(200);
    expect(output).toContain('https://gongkai.example/admin/first-account?token=');
    server.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  it('is not run as root, and checks its own health', () => {
    expect(steps.findLast(({ name }) => name === 'USER')?.rest).toBe('node');
    expect(steps.map(({ name }) => name)).toContain('HEALTHCHECK');
  });
});

describe('the compose file', () => {
  const { services, volumes } = parse(read('compose.yaml')) as {
    services: Record<string, { build?: { context: string; dockerfile: string }; environment: Record<string, string> }>;
    volumes: Record<string, unknown>;
  };

  it('builds the Dockerfile beside it, keeps the data in a volume, and holds no password', () => {
    const { context, dockerfile } = services['server']!.build!;
    expect(join(here, context, dockerfile)).toBe(join(here, 'Dockerfile'));
    expect(Object.keys(volumes)).toEqual(['database']);
    expect(services['database']!.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });

  it('gives the server settings that it knows', () => {
    const known = readFileSync(join(root, 'apps/server/src/settings.ts'), 'utf8');
    for (const name of Object.keys(services['server']!.environment)) expect(known).toContain(`  ${name}: {`);
  });
});

it('the systemd unit starts what the Dockerfile starts', () => {
  const [, start = ''] = /^ExecStart=(.*)$/m.exec(read('gongkai.service')) ?? [];
  const local = command.filter((arg) => arg !== '--host' && arg !== '0.0.0.0');
  expect(start.split(' ').slice(1)).toEqual(local.slice(1));
  expect(dirname(start.split(' ')[0]!)).toBe('/usr/bin');
});

it('the operator’s page names every setting, every command, and files that are there', () => {
  const page = readFileSync(join(root, 'docs', 'operations.zh-CN.md'), 'utf8');
  const declared = ['settings.ts', 'database-settings.ts', 'sign-in-settings.ts'].map((file) =>
    readFileSync(join(root, 'apps/server/src', file), 'utf8'),
  );
  const settings = [...declared.join('\n').matchAll(/^ {2}([A-Z_]+): \{$/gm)];
  expect(settings.length).toBeGreaterThan(15);
  for (const [, name] of settings) expect(page).toContain(`\`${name}\``);
  const commands = readFileSync(join(root, 'apps/server/src/cli/database-commands.ts'), 'utf8').matchAll(
    /command\('(\w+)'/g,
  );
  for (const [, name] of commands)
    expect(page).toMatch(new RegExp(`gongkai (audit |account )?${name}\\b|gongkai -- (audit |account )?${name}\\b`));
});
