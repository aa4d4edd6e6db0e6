/**
 * Runs a task immediately and then again after each end, until it is stopped.
 * @param task must not reject
 * @param everyMs pause between the end of one run and the next
 * @returns a function that stops the task and waits for the current run
 */
export function runPeriodically(task: () => Promise<unknown>, everyMs: number): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const next = async () => {
    await task();
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
