import { causesOf, isUnavailable } from '@gongkai/db';
import type { Logger } from './logger.ts';

/** Logs a failure: an unavailable database in one line, everything else with its stack. */
export function logFailure(
  logger: Logger,
  error: unknown,
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  if (!isUnavailable(error)) return logger.error({ ...fields, err: error }, message);
  logger.warn({ ...fields, reason: causesOf(error).at(-1)?.message }, `${message}：数据库没有应答`);
}
