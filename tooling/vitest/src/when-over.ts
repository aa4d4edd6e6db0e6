import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs a module in a separate process after this process ends, however it ends: Vitest does not clean up after Ctrl-C,
 * and no process can after SIGKILL. The module reads its task from standard input.
 * @returns a function that runs the module immediately and waits for it
 */
export function whenOver(module: URL, task: unknown): () => Promise<void> {
  // A separate process group, which Ctrl-C does not reach.
  const child = spawn(process.execPath, [fileURLToPath(module)], {
    ...{ stdio: ['pipe', 'ignore', 'inherit'], detached: true, env: { ...process.env, NODE_OPTIONS: '' } },
  });
  child.stdin.write(JSON.stringify(task));
  child.unref();
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${module.href} ended with ${code}`))));
  });
  // Reported only to the caller who runs it immediately.
  ended.catch(() => undefined);
  return () => {
    child.ref();
    child.stdin.end();
    return ended;
  };
}
