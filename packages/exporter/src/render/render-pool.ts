import { Worker } from 'node:worker_threads';
import type { FontOptions } from '../fonts/font-set.ts';
import type { RenderReply, RenderTask } from './messages.ts';
import type { Renderer } from './render.ts';

/**
 * @module
 * Writes files in threads of their own, so that a server goes on answering meanwhile.
 */

export interface RenderPoolOptions {
  readonly fonts?: FontOptions;
  /** Threads at most; each holds its own copy of the fonts. 1 by default. */
  readonly threads?: number;
  /** Milliseconds that a file may take before its thread is ended; a minute by default. */
  readonly timeout?: number;
  /** Tasks that may wait; one more is refused. 1,000 by default. */
  readonly maxWaiting?: number;
}

/** A renderer in threads; idle threads do not keep the process alive. */
export interface RenderPool extends Renderer {
  /** Ends the threads; what was waiting is refused. */
  close(): Promise<void>;
}

interface Job {
  readonly task: RenderTask;
  resolve(reply: RenderReply): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  job?: Job | undefined;
  timer?: NodeJS.Timeout | undefined;
}

const entry = new URL('./render-thread.ts', import.meta.url);

export function createRenderPool(options: RenderPoolOptions = {}): RenderPool {
  const { fonts = {}, threads: maxThreads = 1, timeout = 60_000, maxWaiting = 1_000 } = options;
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let isClosed = false;

  function start(): Thread {
    const thread: Thread = { worker: new Worker(entry, { workerData: fonts }) };
    threads.add(thread);
    thread.worker.on('message', (reply: RenderReply) => {
      const { job } = thread;
      release(thread);
      job?.resolve(reply);
      next();
    });
    thread.worker.on('error', (error) => end(thread, new Error(`生成文件时出错：${error.message}`, { cause: error })));
    thread.worker.on('exit', () => end(thread, new Error('生成文件的线程中止了。')));
    return thread;
  }

  function release(thread: Thread): void {
    clearTimeout(thread.timer);
    thread.job = undefined;
    thread.worker.unref();
  }

  function end(thread: Thread, error: Error): void {
    if (!threads.delete(thread)) return;
    const { job } = thread;
    release(thread);
    job?.reject(error);
    void thread.worker.terminate();
    next();
  }

  function next(): void {
    while (waiting.length > 0 && !isClosed) {
      const idle = [...threads].find(({ job }) => !job) ?? (threads.size < maxThreads ? start() : undefined);
      if (!idle) return;
      const job = waiting.shift()!;
      idle.job = job;
      idle.timer = setTimeout(() => end(idle, new Error(`生成文件超过 ${timeout / 1000} 秒，已中止。`)), timeout);
      idle.worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      idle.worker.postMessage(job.task);
    }
  }

  async function run(task: RenderTask): Promise<Extract<RenderReply, { ok: true }>> {
    const reply = await new Promise<RenderReply>((resolve, reject) => {
      if (isClosed) return reject(new Error('不再生成文件：服务正在停止。'));
      if (waiting.length >= maxWaiting) return reject(new Error('等待生成的文件太多，请稍后再试。'));
      waiting.push({ task, resolve, reject });
      next();
    });
    if (!reply.ok) throw new Error(reply.message);
    return reply;
  }

  const fileOf = async (task: RenderTask) => {
    const reply = await run(task);
    if (!('file' in reply)) throw new Error('a task for a file was answered without one');
    return reply.file;
  };
  return {
    render: (format, report, options = {}) => fileOf({ type: 'report', format, report, options }),
    renderDocument: (format, document, options = {}) => fileOf({ type: 'document', format, document, options }),
    async fontDigest() {
      const reply = await run({ type: 'font-digest' });
      if (!('digest' in reply)) throw new Error('a task for a digest was answered without one');
      return reply.digest;
    },
    async close() {
      isClosed = true;
      const ended = new Error('没有生成文件：服务正在停止。');
      for (const job of waiting.splice(0)) job.reject(ended);
      await Promise.all(
        [...threads].map(async (thread) => {
          threads.delete(thread);
          const { job } = thread;
          release(thread);
          job?.reject(ended);
          await thread.worker.terminate();
        }),
      );
    },
  };
}
