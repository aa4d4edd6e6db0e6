import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AnyResult, AnyTask, ResultOf } from './child.ts';
import { tooLarge, tooSlow } from './failures.ts';
import { residentBytes } from './memory.ts';

/**
 * A child is replaced after this number of documents, or if it retains more than the given share of its memory limit.
 */
const documentsPerChild = 200;
const maxMemoryShare = 0.6;
const watchEvery = 20;

/** A child process that reads one document after another, each within limits of time and memory. */
export class ReaderProcess {
  readonly #process: ChildProcess;
  readonly #memory: number;
  #documents = 0;
  #ended = false;

  constructor(memory: number) {
    this.#memory = memory;
    const file = import.meta.url.endsWith('.ts') ? './child.ts' : './child.js';
    this.#process = fork(fileURLToPath(new URL(file, import.meta.url)), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
      // The child may read its own code, but may not write, start programs or open threads.
      execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${Math.floor((memory / 2 ** 20) * 0.75)}`],
    });
    this.#process.on('exit', () => (this.#ended = true));
    this.#process.on('error', () => (this.#ended = true));
    this.#release();
  }

  /** True if the child may read another document. */
  async isFit(): Promise<boolean> {
    if (this.#ended || this.#documents >= documentsPerChild) return false;
    return (await residentBytes(this.#process.pid)) < this.#memory * maxMemoryShare;
  }

  end(): void {
    this.#ended = true;
    this.#process.kill('SIGKILL');
  }

  /** Reads a document; a document that exceeds a limit ends the child. @throws if the importer itself fails */
  async read<T extends AnyTask>(task: T, time: number): Promise<ResultOf<T>> {
    this.#documents++;
    this.#process.ref();
    this.#process.channel?.ref();
    const child = this.#process;
    const { promise, resolve, reject } = Promise.withResolvers<AnyResult>();
    const slow = setTimeout(resolve, time, tooSlow);
    const watch = setInterval(
      () => void residentBytes(child.pid).then((held) => held > this.#memory && resolve(tooLarge)),
      watchEvery,
    );
    const onMessage = (message: unknown) => {
      const { result, error } = message as { result?: AnyResult; error?: string };
      if (result) resolve(result);
      else reject(new Error(`the document could not be read: ${error}`));
    };
    // The child is out of heap, or was killed from outside.
    const onExit = () => resolve(tooLarge);
    child.on('message', onMessage).on('exit', onExit);
    child.send(task, (error) => error && onExit());
    try {
      const result = await promise;
      if (result === tooSlow || result === tooLarge) this.end();
      return result as ResultOf<T>;
    } finally {
      clearTimeout(slow);
      clearInterval(watch);
      child.off('message', onMessage).off('exit', onExit);
      this.#release();
    }
  }

  /** An idle child does not keep the parent process running. */
  #release(): void {
    this.#process.unref();
    this.#process.channel?.unref();
  }
}
