/**
 * Does something over and over, at once and then so long after each end, until it is stopped.
 * @param round must not fail
 * @returns how to stop it, once the round under way has ended
 */
export function runPeriodically(round: () => Promise<unknown>, everyMs: number): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const next = async () => {
    await round();
    if (stopped) return;
    timer = setTimeout(() => {
      running = next();
    }, everyMs);
  };
  let running = next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
