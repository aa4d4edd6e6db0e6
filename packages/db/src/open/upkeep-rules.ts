const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MEGABYTE = 2 ** 20;

/** Returns whether a checkpoint is due: after a certain amount of log, or a certain time with any write. */
export function checkpointDue(sinceMs: number, writtenBytes: number): boolean {
  return writtenBytes >= 32 * MEGABYTE || (writtenBytes > 0 && sinceMs >= 5 * MINUTE_MS);
}

/** Returns whether a vacuum is due: every night, or by day if the machine was off at night or many writes occurred. */
export function vacuumDue(now: number, sinceMs: number, writtenBytes: number): boolean {
  if (writtenBytes >= 128 * MEGABYTE) return true;
  return writtenBytes > 0 && sinceMs >= (isNight(now) ? 12 : 36) * HOUR_MS;
}

/** Returns whether it is between two and five o'clock in China, which has one time zone without summer time. */
function isNight(now: number): boolean {
  const hour = Math.floor(now / HOUR_MS + 8) % 24;
  return hour >= 2 && hour < 5;
}
