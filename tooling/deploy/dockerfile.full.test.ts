import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { expect, it, onTestFinished } from 'vitest';
import { command, instructions } from './dockerfile.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it(
  'the Dockerfile makes of a clean copy, by its own steps, a server that answers on PostgreSQL',
  { timeout: 300_000 },
  async () => {
    const copy = mkdtempSync(join(tmpdir(), 'gongkai-image-'));
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
    // COPY . .: the files that git tracks; .dockerignore excludes the rest.
    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
    for (const file of files.toString().split('\0').filter(Boolean))
      cpSync(join(root, file), join(copy, file), { recursive: true });
    for (const { name, rest } of instructions)
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
  },
);
