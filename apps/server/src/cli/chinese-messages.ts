import type { Command, CommanderError, HelpConfiguration } from 'commander';
import { widthOf } from '../terminal/width.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const help: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  displayWidth: widthOf,
  // Commander would add its English "(default: …)", so the descriptions state their defaults themselves.
  optionDescription: ({ description }) => description,
  subcommandTerm: (command) => `${command.name()} ${command.usage()}`.trim(),
};

/** Configures commander with Chinese messages. */
export function configureChinese(command: Command): Command {
  return command
    .configureHelp(help)
    .helpOption('-h, --help', '显示帮助')
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
}

const messages: Readonly<Record<string, (quoted: string) => string>> = {
  'commander.unknownOption': (option) => `没有选项 ${option}`,
  'commander.unknownCommand': (command) => `没有命令 ${command}`,
  'commander.missingArgument': (name) => `缺少参数：${name}`,
  'commander.missingMandatoryOptionValue': (option) => `缺少选项：${option}`,
  'commander.optionMissingArgument': (option) => `选项 ${option} 后面缺少值`,
  'commander.invalidArgument': (option) => `选项 ${option} 的值不对`,
  'commander.excessArguments': () => '参数太多',
};

/** A one-line message that describes the error in the command line. */
export function usageErrorMessage({ code, message }: CommanderError): string {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  return `${messages[code]?.(quoted) ?? message}。用 --help 查看用法。`;
}
