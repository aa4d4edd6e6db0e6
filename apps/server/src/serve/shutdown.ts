import type { Server } from 'node:http';

/** Maximum time in milliseconds for pending requests to end. */
const DRAIN_MS = 10_000;
/** A terminal and the launcher may each send the same Ctrl-C, so only a later signal counts as a second one. */
const SAME_SIGNAL_MS = 500;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for the signal to stop. A second, later signal ends the process immediately. */
export class StopSignal implements Disposable {
  readonly received: Promise<NodeJS.Signals>;
  /** Aborted when the signal is received. */
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

/** Accepts no further connections and lets pending requests end, up to a time limit. */
export async function drain(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}
