import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Finding } from '@gongkai/schema';
import type { CheckAnswer, CheckTask } from './check-worker.ts';

export interface CheckPoolOptions {
  /** Maximum number of threads. */
  readonly size?: number;
  /** Milliseconds that one report may take. */
  readonly time?: number;
  /** MiB of heap that a thread may hold. */
  readonly memory?: number;
  /** Maximum number of waiting reports. */
  readonly waiting?: number;
}

/** Thrown if too many reports are waiting to be checked. */
export class CheckPoolFull extends Error {
  override readonly name = 'CheckPoolFull';
}

/** Checks reports in worker threads, which are terminated if a report takes too much time or memory. */
export interface CheckPool {
  /** @returns the findings, or undefined if the report took too long. @throws {CheckPoolFull} */
  check(task: CheckTask): Promise<Finding[] | undefined>;
  close(): Promise<void>;
}

interface Job {
  readonly task: CheckTask;
  readonly resolve: (findings: Finding[] | undefined) => void;
  readonly reject: (error: unknown) => void;
}

export function createCheckPool(options: CheckPoolOptions = {}): CheckPool {
  const { size = Math.max(1, availableParallelism() - 1), time = 10_000, memory = 512, waiting: most = 64 } = options;
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Set<Worker>();

  const next = () => {
    while (waiting.length > 0 && (idle.length > 0 || busy.size < size)) {
      const worker = idle.pop() ?? startWorker(memory);
      busy.add(worker);
      void run(worker, waiting.shift()!, time).then((fit) => {
        busy.delete(worker);
        if (fit) idle.push(worker);
        next();
      });
    }
  };

  return {
    check: (task) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= most) return reject(new CheckPoolFull('too many reports wait to be checked'));
        waiting.push({ task, resolve, reject });
        next();
      }),
    async close() {
      for (const { resolve } of waiting.splice(0)) resolve(undefined);
      await Promise.all([...idle.splice(0), ...busy].map((worker) => worker.terminate()));
    },
  };
}

function startWorker(memory: number): Worker {
  const file = import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memory } });
  worker.unref();
  return worker;
}

/** @returns whether the thread can check another report */
async function run(worker: Worker, { task, resolve, reject }: Job, time: number): Promise<boolean> {
  const { promise, resolve: settle } = Promise.withResolvers<boolean>();
  const giveUp = () => {
    resolve(undefined);
    settle(false);
  };
  const onMessage = (answer: CheckAnswer) => {
    if ('findings' in answer) resolve(answer.findings);
    else reject(new Error(`the report could not be checked: ${answer.error}`));
    settle(true);
  };
  const onError = (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return giveUp();
    reject(error);
    settle(false);
  };
  const slow = setTimeout(giveUp, time);
  worker.ref();
  worker.on('message', onMessage).on('error', onError).on('exit', giveUp);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(task);
  const fit = await promise;
  clearTimeout(slow);
  worker.off('message', onMessage).off('exit', giveUp).off('error', onError);
  worker.unref();
  if (!fit) {
    // The error that follows termination belongs to no report.
    worker.on('error', () => undefined);
    void worker.terminate();
  }
  return fit;
}
