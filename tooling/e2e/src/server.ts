import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@gongkai/tooling-scripts/free-port';

export type ServerOptions = {
  /** Whether the demonstration county is loaded. */
  demo?: boolean;
  /** A data directory of which it gets a copy; an empty one where not given. */
  from?: string;
  /** A free one unless given. */
  port?: number;
  /** Settings beside those of the test run itself. */
  env?: Record<string, string>;
};

export type Server = {
  url: string;
  pid: number;
  /** Its data directory, which goes when it stops. */
  data: string;
  /** All that it has said so far. */
  output: () => string;
  /** Ends it and keeps its data. */
  end: () => Promise<void>;
  stop: () => Promise<void>;
};

const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
/** Loading the demonstration on a busy machine takes most of it. */
const secondsToStart = 150;

/** Starts the real server on a data directory of its own and a free port, and waits until it is ready. */
export async function startServer({ demo = false, from, port: wanted, env = {} }: ServerOptions = {}): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), 'gongkai-e2e-'));
  if (from) await cp(from, data, { recursive: true });
  const port = wanted ?? (await freePort());
  const child = spawn(
    process.execPath,
    [main, 'serve', '--port', String(port), '--data', data, demo ? '--demo' : '--no-demo'],
    // Tests must not use a database that the developer works with.
    {
      env: {
        ...process.env,
        ...{ DATABASE_URL: undefined, NODE_ENV: 'production', GONGKAI_LAME_DUCK_SECONDS: '0' },
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  const end = () => endProcess(child);
  const stop = async () => {
    await end();
    await rm(data, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  if (!(await untilReady(child, url))) {
    await stop();
    throw new Error(`The server did not become ready:\n${output}`);
  }
  return { url, pid: child.pid!, data, output: () => output, end, stop };
}

async function untilReady(child: ChildProcess, url: string): Promise<boolean> {
  const deadline = Date.now() + secondsToStart * 1000;
  while (isRunning(child) && Date.now() < deadline) {
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return true;
    await sleep(100);
  }
  return false;
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
