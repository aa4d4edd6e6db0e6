import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Console } from '../terminal/console.ts';
import { configureChinese } from './chinese-messages.ts';

type AddCommand = (name: string, usage: string, description: string) => Command;

const DATA = [
  '--data <文件夹>',
  '内嵌数据库所在的文件夹，默认为程序根目录下的 data；设了 DATABASE_URL 时不用',
] as const;
const ENDS = '\n退出码：0 正常，1 没有完成或发现问题，2 用法不对。\n';

/** Adds the operator's commands, which work whether or not a server is running. */
export function addDatabaseCommands(command: AddCommand, console: Console, end: (exitCode: number) => void): void {
  command('backup', '<文件> [选项]', '把全部数据备份成一个文件，服务不必停')
    .argument('<文件>', '备份写入的文件，不能已经存在')
    .option(...DATA)
    .addHelpText('after', ENDS)
    .action(async (file: string, options) => {
      const { operationCommand } = await import('../commands/operation-command.ts');
      end(await operationCommand('backup', { file: fromHere(file) }, options, console));
    });

  command('restore', '<文件> [选项]', '把备份恢复到空的数据目录或空的 PostgreSQL 数据库')
    .argument('<文件>', 'backup 写出的文件')
    .option(...DATA)
    .addHelpText('after', ENDS)
    .action(async (file: string, options) => {
      const { restoreFile } = await import('../commands/restore.ts');
      end(await restoreFile(fromHere(file), options, console));
    });

  command('rebuild', '[选项]', '由各版本报告重建统计数据和检索')
    .option(...DATA)
    .addHelpText('after', ENDS)
    .action(async (options) => {
      const { operationCommand } = await import('../commands/operation-command.ts');
      end(await operationCommand('rebuild', {}, options, console));
    });

  command('doctor', '[选项]', '检查设置、数据库、磁盘、摘要，并说明怎样处理')
    .option(...DATA)
    .addHelpText('after', ENDS)
    .action(async (options) => {
      const { doctor } = await import('../commands/doctor.ts');
      end(await doctor(options, console));
    });

  addAccountCommands(command('account', '<子命令> [选项]', '账号：找回'), console, end);
  addAuditCommands(command('audit', '<子命令> [选项]', '审计记录：核验、导出、清理'), console, end);
}

function addAccountCommands(account: Command, console: Console, end: (exitCode: number) => void): void {
  configureChinese(account.helpCommand(false).command('reset'))
    .usage('<用户名> [选项]')
    .description('重置账号的密码和动态验证码，给出一次性密码；安全管理员忘了密码时用')
    .allowExcessArguments(false)
    .argument('<用户名>', '要重置的账号')
    .option(...DATA)
    .addHelpText('after', ENDS)
    .action(async (username: string, options) => {
      const { operationCommand } = await import('../commands/operation-command.ts');
      end(await operationCommand('accountReset', { username }, options, console));
    });
}

function addAuditCommands(audit: Command, console: Console, end: (exitCode: number) => void): void {
  audit.helpCommand(false);
  const command: AddCommand = (name, usage, description) =>
    configureChinese(audit.command(name)).usage(usage).description(description).allowExcessArguments(false);

  command('verify', '[选项]', '核验审计记录：有没有被改动、删除，哪些尚未封存')
    .option('--json', '输出 JSON')
    .option(...DATA)
    .addHelpText('after', ENDS)
    .action(async ({ json = false, ...options }) => {
      const { operationCommand } = await import('../commands/operation-command.ts');
      end(await operationCommand('auditVerify', { json }, options, console));
    });

  command('export', '<文件> [选项]', '导出审计记录，每行一条 JSON')
    .argument('<文件>', '写入的文件，不能已经存在')
    .addOption(new Option('--from <日期>', '从这一天起，如 2026-01-01').argParser(toDay))
    .addOption(new Option('--to <日期>', '到这一天止').argParser(toDay))
    .option(...DATA)
    .addHelpText('after', ENDS)
    .action(async (file: string, { from, to, ...options }) => {
      const { operationCommand } = await import('../commands/operation-command.ts');
      end(await operationCommand('auditExport', { file: fromHere(file), from, to }, options, console));
    });

  command('prune', '--before <日期> [选项]', '清理旧的审计记录：不满六个月的一律保留')
    .addOption(new Option('--before <日期>', '清理这一天之前的').argParser(toDay).makeOptionMandatory())
    .option(...DATA)
    .addHelpText('after', ENDS)
    .action(async ({ before, ...options }) => {
      const { operationCommand } = await import('../commands/operation-command.ts');
      end(await operationCommand('auditPrune', { before }, options, console));
    });
}

/** Resolves a path against the working directory of the command, because the server may run in another directory. */
const fromHere = (file: string) => resolve(file);

function toDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('');
}
