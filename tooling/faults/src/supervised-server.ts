import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
const RESTART_AFTER_MS = 100;

export interface ServerOptions {
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** What the server prints. */
  readonly logFile: string;
}

/** `gongkai serve`, started again whenever it ends, as a service manager does. */
export class SupervisedServer {
  readonly #options: ServerOptions;
  #child: ChildProcess | undefined;
  #stopped = false;
  /** Ends that were asked for and have not come yet. */
  #expected = 0;
  /** Ends that nobody asked for, by their code or signal. */
  readonly unexpectedExits: string[] = [];

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#start();
  }

  get url(): string {
    return `http://127.0.0.1:${this.#options.port}`;
  }

  /** Sends a signal of which the process ends, and waits for that. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.#expected += 1;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** Ends it, does something while it is away, and lets it be started again. */
  async whileKilled(work: () => Promise<void>): Promise<void> {
    this.#stopped = true;
    await this.end('SIGKILL');
    await work();
    this.#stopped = false;
    this.#start();
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.end('SIGTERM');
  }

  #start(): void {
    const { port, settings, args, logFile } = this.#options;
    const log = openSync(logFile, 'a');
    const { DATABASE_URL: _, ...environment } = process.env;
    const child = spawn(process.execPath, [main, 'serve', '--port', String(port), '--no-demo', ...args], {
      env: { ...environment, GONGKAI_API_PER_MINUTE: '0', GONGKAI_LAME_DUCK_SECONDS: '1', ...settings },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    child.once('exit', (code, signal) => {
      if (this.#expected > 0) this.#expected -= 1;
      else this.unexpectedExits.push(signal ?? `code ${code}`);
      if (!this.#stopped) setTimeout(() => this.#start(), RESTART_AFTER_MS);
    });
  }
}
