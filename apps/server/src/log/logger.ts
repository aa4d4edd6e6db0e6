import { pino, type Logger } from 'pino';
import type { Settings } from '../settings/settings.ts';
import { readableLine } from './readable.ts';

export type { Logger };

/** Logs to standard error: readable lines, or JSON for programs. No address, name or query of a reader is logged. */
export function createLogger({ level, format }: Settings['log'], write = writeToStderr): Logger {
  return pino(
    { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    { write: (line: string) => write(format === 'json' ? line : readableLine(line)) },
  );
}

function writeToStderr(line: string): void {
  process.stderr.write(line);
}
