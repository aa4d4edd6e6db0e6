import type { Server } from 'node:http';

/** How long requests under way may take to end. */
const DRAIN_MS = 10_000;
/** A terminal and the launcher may each send the same Ctrl-C: only a later signal is a second one. */
const SAME_SIGNAL_MS = 500;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for the signal to stop. Another one, sent later, ends the process at once. */
export class StopSignal implements Disposable {
  readonly received: Promise<NodeJS.Signals>;
  /** Aborted once the signal is there. */
  readonly aborted: AbortSignal;
  readonly #handle: (signal: NodeJS.Signals) => void;

  constructor() {
    const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
    const controller = new AbortController();
    this.aborted = controller.signal;
    let first: number | undefined;
    this.received = promise;
    this.#handle = (signal) => {
      const now = performance.now();
      if (first === undefined) {
        first = now;
        resolve(signal);
        controller.abort();
      } else if (now - first > SAME_SIGNAL_MS) process.exit(1);
    };
    for (const signal of signals) process.on(signal, this.#handle);
  }

  [Symbol.dispose](): void {
    for (const signal of signals) process.off(signal, this.#handle);
  }
}

/** Takes no more connections and lets requests under way end, for a while. */
export async function drain(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}
