import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** `gongkai serve` in a separate process. */
export interface ServerProcess {
  readonly output: { out: string; notes: string };
  readonly exit: Promise<number | null>;
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a server; the caller must end it. The database of this process is not passed on. */
export function startServer(args: readonly string[], settings: Record<string, string> = {}): ServerProcess {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [main, 'serve', ...args], {
    env: { ...environment, GONGKAI_LAME_DUCK_SECONDS: '0', ...settings },
  });
  const output = { out: '', notes: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.notes += text));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exit;
  };
  return { output, exit, end };
}

/** Waits until the server reports that it has started. @returns its address */
export async function untilStarted({ output, exit }: ServerProcess): Promise<string> {
  let ended = false;
  void exit.then(() => (ended = true));
  while (!ended) {
    const [, url] = /公众门户\s+(http:\S+?)\/\n/.exec(output.out) ?? [];
    if (url && output.out.includes('Ctrl-C')) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it ended:\n${output.out}${output.notes}`);
}
