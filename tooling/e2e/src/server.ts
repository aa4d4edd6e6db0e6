import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@gongkai/tooling-scripts/free-port';

export type ServerOptions = {
  /** Whether the demonstration county is loaded. */
  demo?: boolean;
  /** Settings beside those of the test run itself. */
  env?: Record<string, string>;
};

export type Server = {
  url: string;
  /** Its data directory, which goes when it stops. */
  data: string;
  /** All that it has said so far. */
  output: () => string;
  stop: () => Promise<void>;
};

const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
const secondsToStart = 60;

/** Starts the real server on an empty data directory and a free port, and waits until it is healthy. */
export async function startServer({ demo = false, env = {} }: ServerOptions = {}): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), 'gongkai-e2e-'));
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [main, 'serve', '--port', String(port), '--data', data, demo ? '--demo' : '--no-demo'],
    // A database that the developer works with is none of a test's business.
    {
      env: { ...process.env, DATABASE_URL: undefined, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  const stop = async () => {
    await end(child);
    await rm(data, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  if (!(await untilHealthy(child, url))) {
    await stop();
    throw new Error(`The server did not become healthy:\n${output}`);
  }
  return { url, data, output: () => output, stop };
}

async function untilHealthy(child: ChildProcess, url: string): Promise<boolean> {
  const deadline = Date.now() + secondsToStart * 1000;
  while (isRunning(child) && Date.now() < deadline) {
    const healthy = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return true;
    await sleep(100);
  }
  return false;
}

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
