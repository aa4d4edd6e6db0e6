const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MEGABYTE = 2 ** 20;

/** After so much log, or so much time in which anything was written. */
export function checkpointDue(sinceMs: number, writtenBytes: number): boolean {
  return writtenBytes >= 32 * MEGABYTE || (writtenBytes > 0 && sinceMs >= 5 * MINUTE_MS);
}

/** Nightly; by day where the night was missed, because the machine was off, or after much work. */
export function vacuumDue(now: number, sinceMs: number, writtenBytes: number): boolean {
  if (writtenBytes >= 128 * MEGABYTE) return true;
  return writtenBytes > 0 && sinceMs >= (isNight(now) ? 12 : 36) * HOUR_MS;
}

/** Between two and five o'clock in China, which keeps one time, without summer time. */
function isNight(now: number): boolean {
  const hour = Math.floor(now / HOUR_MS + 8) % 24;
  return hour >= 2 && hour < 5;
}
