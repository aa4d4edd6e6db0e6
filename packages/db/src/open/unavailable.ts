/**
 * PostgreSQL's codes of transient errors: lost connections, a server that starts or stops, limits of time, memory, disk
 * and connections, a deadlock, a standby that is not promoted yet.
 */
const passing = /^(08...|53...|57014|57P0[1235]|55P03|25P0[34]|25006|40001|40P01|58030)$/;

const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Messages of pg's own errors, which have no code. */
const fromDriver =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client (has encountered a connection error|was closed)|Cannot use a pool after)/;

/**
 * Returns whether a database could not answer but may recover, so that neither the query nor the caller is at fault.
 */
export function isUnavailable(error: unknown): boolean {
  return causesOf(error).some(
    ({ code, message }) =>
      (typeof code === 'string' && (passing.test(code) || network.has(code))) ||
      (typeof message === 'string' && fromDriver.test(message)),
  );
}

/** Returns whether the disk was full. */
export function isDiskFull(error: unknown): boolean {
  return causesOf(error).some(({ code }) => code === '53100' || code === 'ENOSPC');
}

/** Returns an error and its causes, the outermost first. */
export function causesOf(error: unknown): { code?: unknown; message?: unknown; cause?: unknown }[] {
  const causes: { code?: unknown; message?: unknown; cause?: unknown }[] = [];
  for (let cause = error; typeof cause === 'object' && cause !== null && causes.length < 10;) {
    causes.push(cause);
    cause = (cause as { cause?: unknown }).cause;
  }
  return causes;
}
