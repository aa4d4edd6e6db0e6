import { hourOfDay } from '@gongkai/schema/calendar';
import type { Services } from '@gongkai/api';
import { logFailure } from '../log/log-failure.ts';
import type { Logger } from '../log/logger.ts';
import { runPeriodically } from './run-periodically.ts';

const EVERY_MS = 10 * 60 * 1_000;
/** Office hours in China. */
const hours = { from: 9, to: 18 } as const;

/**
 * Sends the reminders of a day in office hours, until it is stopped. Sent reminders are recorded in the database, so
 * that neither a restart nor another process sends one twice.
 */
export function startReminders(
  { round }: Pick<Services, 'round'>,
  logger: Logger,
  clock: () => Date = () => new Date(),
): () => Promise<void> {
  const send = async () => {
    const hour = hourOfDay(clock());
    if (hour < hours.from || hour >= hours.to) return;
    for (const { sent, failed } of await round.remindAll()) {
      if (sent.length > 0) logger.info({ sent }, '已发送催报邮件');
      if (failed.length > 0) logger.error({ failed }, '催报邮件没有发出，稍后重试');
    }
  };
  return runPeriodically(
    () => send().catch((err: unknown) => logFailure(logger, err, '没有查到要催报的机关，稍后重试')),
    EVERY_MS,
  );
}
