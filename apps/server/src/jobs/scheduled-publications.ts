import type { Services } from '@gongkai/api';
import { logFailure } from '../log/log-failure.ts';
import type { Logger } from '../log/logger.ts';
import { runPeriodically } from './run-periodically.ts';

const EVERY_MS = 15_000;

/**
 * Publishes scheduled reports when they are due, including those that became due while no process ran, until it is
 * stopped.
 * @param onPublished called after each run that published something
 */
export function startScheduledPublications(
  { publication }: Pick<Services, 'publication'>,
  logger: Logger,
  onPublished: () => void,
): () => Promise<void> {
  const publishDue = async () => {
    const { published, failed } = await publication.publishDue();
    for (const key of published) logger.info({ key }, '已按定时公布');
    for (const { key, error } of failed) logger.error({ key, err: error }, '定时公布没有成功，稍后重试');
    if (published.length > 0) onPublished();
  };
  return runPeriodically(
    () => publishDue().catch((err: unknown) => logFailure(logger, err, '没有查到定时公布，稍后重试')),
    EVERY_MS,
  );
}
