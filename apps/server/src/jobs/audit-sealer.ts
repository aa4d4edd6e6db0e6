import type { Services } from '@gongkai/api';
import { logFailure } from '../log/log-failure.ts';
import type { Logger } from '../log/logger.ts';
import { runPeriodically } from './run-periodically.ts';

const EVERY_MS = 3_000;
const CHECKPOINT_MS = 3 * 60 * 1_000;
/** Maximum duration of a transaction: entries older than this were visible when the process started. */
const WINDOW_MS = 60 * 60 * 1_000;

/**
 * Chains the entries of the audit trail every few seconds. Signs the end of the chain every few minutes if it has
 * changed, and when the job is stopped.
 * @returns a function that stops the job after sealing the entries written until then
 */
export function startAuditSealer({ audit }: Pick<Services, 'audit'>, logger: Logger): () => Promise<void> {
  let since: Date | undefined;
  let signed = 0;

  const seal = async () => {
    const begun = new Date();
    await audit.seal(since ? { since } : {});
    since = new Date(begun.getTime() - WINDOW_MS);
    if (begun.getTime() - signed < CHECKPOINT_MS) return;
    await audit.checkpoint();
    signed = begun.getTime();
  };
  const last = async () => {
    signed = 0;
    await seal();
  };
  const quiet = (run = seal) => run().catch((err: unknown) => logFailure(logger, err, '审计记录没有封存，稍后重试'));
  const stop = runPeriodically(() => quiet(), EVERY_MS);
  return async () => {
    await stop();
    await quiet(last);
  };
}
