import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ImportFailure, ImportHints, ImportResult } from '../recognise/result.ts';
import type { Task } from './child.ts';

export interface ImportPoolOptions {
  /** Child processes at most; one for each core unless given. */
  readonly size?: number;
  /** Milliseconds that one document may take. */
  readonly time?: number;
  /** Bytes of memory that a child may hold. */
  readonly memory?: number;
}

/** Reads documents in child processes that are ended when they take too long or too much memory. */
export interface ImportPool {
  import(bytes: Uint8Array, hints?: ImportHints): Promise<ImportResult>;
  /** Ends the children; documents being read are refused. */
  close(): void;
}

interface Job extends Task {
  readonly settle: (result: ImportResult) => void;
  readonly fail: (error: Error) => void;
}

/** A child is replaced after so many documents. */
const documentsPerChild = 200;
const watchEvery = 50;
const pageSize = 4096;

const tooSlow: ImportFailure = {
  ok: false,
  code: 'too-slow',
  message: '读取文件用时太长，已经停止。',
  expected: '单独一份年度报告文件',
};
const tooLarge: ImportFailure = {
  ok: false,
  code: 'too-large',
  message: '读取文件占用的内存太多，已经停止。',
  expected: '单独一份年度报告文件',
};

export function createImportPool(options: ImportPoolOptions = {}): ImportPool {
  const { size = availableParallelism(), time = 10_000, memory = 512 * 2 ** 20 } = options;
  const waiting: Job[] = [];
  const idle: Child[] = [];
  const busy = new Set<Child>();

  const next = () => {
    while (waiting.length > 0 && (idle.length > 0 || busy.size < size)) {
      const child = idle.pop() ?? new Child(memory);
      busy.add(child);
      void child.run(waiting.shift()!, time, memory).then(() => {
        busy.delete(child);
        if (child.isFit) idle.push(child);
        else child.end();
        next();
      });
    }
  };

  return {
    import: (bytes, hints = {}) =>
      new Promise((settle, fail) => {
        waiting.push({ bytes, hints, settle, fail });
        next();
      }),
    close: () => {
      for (const { settle } of waiting.splice(0)) settle(tooSlow);
      for (const child of [...idle.splice(0), ...busy]) child.end();
    },
  };
}

class Child {
  readonly #process: ChildProcess;
  #documents = 0;
  #ended = false;

  constructor(memory: number) {
    const file = import.meta.url.endsWith('.ts') ? './child.ts' : './child.js';
    this.#process = fork(fileURLToPath(new URL(file, import.meta.url)), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
      // It may read its own code, and neither write, start programs nor open threads.
      execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${Math.floor((memory / 2 ** 20) * 0.75)}`],
    });
    this.#process.on('exit', () => (this.#ended = true));
    this.#process.on('error', () => (this.#ended = true));
    this.#process.unref();
    this.#process.channel?.unref();
  }

  get isFit(): boolean {
    return !this.#ended && this.#documents < documentsPerChild;
  }

  end(): void {
    this.#ended = true;
    this.#process.kill('SIGKILL');
  }

  /** Settles the job in every case; a document that does harm ends the child. */
  async run({ bytes, hints, settle, fail }: Job, time: number, memory: number): Promise<void> {
    this.#documents++;
    this.#process.ref();
    this.#process.channel?.ref();
    const child = this.#process;
    const result = await new Promise<ImportResult | Error>((done) => {
      const slow = setTimeout(() => done(tooSlow), time);
      const watch = setInterval(
        () => void residentBytes(child.pid).then((held) => held > memory && done(tooLarge)),
        watchEvery,
      );
      const onMessage = (message: unknown) => {
        const { result: read, error } = message as { result?: ImportResult; error?: string };
        done(read ?? new Error(`the document could not be read: ${error}`));
      };
      // Out of heap, or ended from outside.
      const onExit = () => done(tooLarge);
      child.on('message', onMessage).on('exit', onExit);
      child.send({ bytes, hints } satisfies Task, (error) => error && onExit());
      const settled = done;
      done = (outcome) => {
        clearTimeout(slow);
        clearInterval(watch);
        child.off('message', onMessage).off('exit', onExit);
        settled(outcome);
      };
    });
    if (result === tooSlow || result === tooLarge) this.end();
    else {
      this.#process.unref();
      this.#process.channel?.unref();
    }
    if (result instanceof Error) fail(result);
    else settle(result);
  }
}

/** Resident memory of a process, 0 where the system does not tell. */
async function residentBytes(pid: number | undefined): Promise<number> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1];
    return Number(pages) * pageSize;
  } catch {
    return 0;
  }
}
