import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Has a module do its work in a process of its own once this one is over, however it ends: Vitest does not tidy up
 * after Ctrl-C, and nothing could after SIGKILL. The module reads its task from standard input, to its end.
 * @returns has it done at once, and waits for it
 */
export function whenOver(module: URL, task: unknown): () => Promise<void> {
  // A group of its own, where Ctrl-C does not reach it.
  const child = spawn(process.execPath, [fileURLToPath(module)], {
    ...{ stdio: ['pipe', 'ignore', 'inherit'], detached: true, env: { ...process.env, NODE_OPTIONS: '' } },
  });
  child.stdin.write(JSON.stringify(task));
  child.unref();
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${module.href} ended with ${code}`))));
  });
  // Told to who asks for it to be done; without that, to nobody.
  ended.catch(() => undefined);
  return () => {
    child.ref();
    child.stdin.end();
    return ended;
  };
}
