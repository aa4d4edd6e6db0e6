import { inspect, restore } from '@gongkai/db/backup';
import type { Console } from '../terminal/console.ts';
import { exitCodes } from '../terminal/failure.ts';
import { readSettings } from '../settings/env.ts';
import { createLogger } from '../log/logger.ts';
import { toFailure } from '../operations/backup.ts';
import {
  describeLocation,
  openWithoutMigrating,
  resolveLocation,
  toFailure as toDatabaseFailure,
} from '../database/open-database.ts';
import { Progress } from '../terminal/progress.ts';

/**
 * Restores a backup into an empty location, in which no server may be running.
 * @returns the exit code
 * @throws {Failure}
 */
export async function restoreFile(
  file: string,
  { data }: { readonly data?: string },
  console: Console,
): Promise<number> {
  const settings = readSettings();
  const place = resolveLocation(settings.databaseUrl, data);
  const progress = new Progress(console);
  try {
    progress.say('正在核验备份文件');
    // Verify the file before a directory is created for it.
    await inspect(file);
    const database = await openWithoutMigrating(place, createLogger(settings.log));
    try {
      const { madeAt, tables } = await restore(database, file, ({ table, rows, of }) =>
        progress.say(`正在恢复 ${table}：${rows} / ${of} 行`),
      );
      progress.end();
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      console.out(
        `已把 ${madeAt} 的备份恢复到 ${describeLocation(place)}：${tables.length} 张表、${rows} 行。请启动服务，并运行 gongkai doctor 核对。\n`,
      );
    } finally {
      await database.close();
    }
  } catch (error) {
    throw toDatabaseFailure(place, toFailure(error, file));
  } finally {
    progress.end();
  }
  return exitCodes.ok;
}
