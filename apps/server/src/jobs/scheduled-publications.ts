import type { Services } from '@gongkai/api';
import { logFailure } from '../log/log-failure.ts';
import type { Logger } from '../log/logger.ts';
import { runPeriodically } from './run-periodically.ts';

const EVERY_MS = 15_000;

/**
 * Makes scheduled publications when they are due, those that fell due while nothing ran first, until it is stopped.
 * @param onPublished something is public that was not
 */
export function startScheduledPublications(
  { publication }: Pick<Services, 'publication'>,
  logger: Logger,
  onPublished: () => void,
): () => Promise<void> {
  const round = async () => {
    const { published, failed } = await publication.publishDue();
    for (const key of published) logger.info({ key }, '已按定时公布');
    for (const { key, error } of failed) logger.error({ key, err: error }, '定时公布没有成功，稍后重试');
    if (published.length > 0) onPublished();
  };
  return runPeriodically(
    () => round().catch((err: unknown) => logFailure(logger, err, '没有查到定时公布，稍后重试')),
    EVERY_MS,
  );
}
