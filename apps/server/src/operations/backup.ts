import { BackupError, backUp } from '@gongkai/db/backup';
import * as z from 'zod';
import { exitCodes, Failure } from '../terminal/failure.ts';
import { operation } from './operation.ts';

/** Paths are absolute, because the server and the command may have different working directories. */
export const backup = operation({
  args: z.strictObject({ file: z.string() }),
  async run({ database, services }, { file }, say) {
    await services.audit.record({ userId: null }, { action: 'backup' });
    try {
      const size = await backUp(database, file, ({ table, rows, of }) => say(`正在备份 ${table}：${rows} / ${of} 行`));
      return {
        out: `已备份到 ${file}（${inMegabytes(size)}）。请妥善保管：其中有账号的口令摘要和本站的密钥。\n`,
        exitCode: exitCodes.ok,
      };
    } catch (error) {
      throw toFailure(error, file);
    }
  },
});

/** Converts an error about a backup's file into a message for the user; other errors are returned unchanged. */
export function toFailure(error: unknown, file: string): unknown {
  if (error instanceof BackupError) return new Failure(error.message);
  const { code = '', syscall } = error as Partial<NodeJS.ErrnoException>;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: '没有这个文件或文件夹',
    EACCES: '没有权限',
    ENOSPC: '磁盘已满',
    EISDIR: '这是文件夹，请给出文件名',
  };
  return syscall && reasons[code] ? new Failure(`${file}：${reasons[code]}。`) : error;
}

export function inMegabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
