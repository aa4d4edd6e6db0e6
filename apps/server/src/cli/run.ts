import { formatNames } from '@gongkai/exporter/formats';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { SettingsError, settingMeanings } from '../settings/settings.ts';
import { padTo } from '../terminal/width.ts';
import { addDatabaseCommands } from './database-commands.ts';
import { configureChinese, usageErrorMessage } from './chinese-messages.ts';
import { terminal, type Console } from '../terminal/console.ts';
import { exitCodes, Failure } from '../terminal/failure.ts';

/** Runs the `gongkai` command. The code of each command is loaded only when it is run. @returns the exit code */
export async function run(args: readonly string[], console: Console = terminal): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = createProgram(console, (code) => (exitCode = code));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === 'commander.helpDisplayed') return exitCodes.ok;
      // Commander has already printed its help if no command was given.
      if (error.code !== 'commander.help') console.note(`${usageErrorMessage(error)}\n`);
      return exitCodes.usage;
    }
    if (!(error instanceof Failure || error instanceof SettingsError)) throw error;
    console.note(`${error.message}\n`);
    return error instanceof Failure ? error.exitCode : exitCodes.failed;
  }
}

const FILE =
  '文档（Word、PDF、Excel、网页、文字，旧版 Word 需要 LibreOffice，扫描件和图片需要 Tesseract），或报告的 JSON、数据的 CSV；- 表示标准输入';

function createProgram(console: Console, end: (exitCode: number) => void): Command {
  const program = configureChinese(new Command('gongkai'))
    .description('政府信息公开工作年度报告：填报、核对、公布、查阅')
    .usage('<命令> [选项]')
    .helpCommand(false)
    .configureOutput({ writeOut: console.out, writeErr: console.note });
  const command = (name: string, usage: string, description: string) =>
    configureChinese(program.command(name)).usage(usage).description(description).allowExcessArguments(false);

  command('serve', '[选项]', '启动网站：公众门户和管理端')
    .addOption(new Option('--port <端口>', '监听的端口，默认 3000').argParser(toPort).default(3000))
    .option('--host <地址>', '监听的地址，默认 127.0.0.1（只供本机访问）', '127.0.0.1')
    .option('--data <文件夹>', '内嵌数据库所在的文件夹，默认为程序根目录下的 data')
    .option('--demo', '装入演示数据（即使已设置 DATABASE_URL）')
    .option('--no-demo', '不装入演示数据')
    .addHelpText('after', () => settingsHelp())
    .action(async (options) => {
      const { serve } = await import('../commands/serve.ts');
      end(await serve(options, console));
    });

  command('figures', '<文件>', '取出文档中的数据，输出 CSV（section,row,column,value）')
    .argument('<文件>', FILE)
    .addOption(new Option('--year <年度>', '文件没有写明年度时用的年度').argParser(toYear))
    .addHelpText('after', '\n退出码：0 正常，1 文件不可读或不是年度报告，2 用法不对。\n')
    .action(async (path, options) => {
      const { figures } = await import('../commands/figures.ts');
      await figures(path, options, console);
    });

  command('import', '<文件、文件夹或 .zip> [选项]', '识别文档，输出报告的 JSON；文件夹或 .zip 成批识别')
    .argument('<文件>', `${FILE}；文件夹或 .zip 表示其中的全部文件`)
    .option('-o, --out <文件>', '写入文件，不写到标准输出；成批识别时是写入的文件夹，必须给出')
    .addOption(new Option('--year <年度>', '文件没有写明年度时用的年度').argParser(toYear))
    .option('--agency <机关>', '文件没有写明机关时用的机关名称')
    .addHelpText(
      'after',
      '\n退出码：0 全部读入，1 有文件不可读或不是年度报告，2 用法不对。\n成批识别时，进度写到标准错误，最后输出一张表：每个文件的机关、年度，读入、空白、推断、未读的格数，或没有读入的原因。\n',
    )
    .action(async (path, options) => {
      const { importFile } = await import('../commands/import.ts');
      end(await importFile(path, options, console));
    });

  command('export', '<文件> --format <格式> [选项]', '把报告写成 Word、PDF、Excel、网页片段、CSV 或 JSON')
    .argument('<文件>', FILE)
    .addOption(
      new Option('-f, --format <格式>', `写成的格式：${formatNames.join('、')}`)
        .choices(formatNames)
        .makeOptionMandatory(),
    )
    .option('-o, --out <文件>', '写入文件；网页片段、CSV 和 JSON 可以不写，输出到标准输出')
    .option('--archive', 'PDF 按存档标准 PDF/A-2a 生成，默认按无障碍标准 PDF/UA-1')
    .option('--draft', '每页标明“草稿”')
    .addOption(new Option('--signed-on <日期>', '文末署机关名称和日期，如 2026-01-20').argParser(toDay))
    .option('--address <网址>', '文末印上永久地址，PDF 另印二维码')
    .option('--fonts <文件夹>', '放有仿宋、楷体、小标宋等字体的文件夹，优先于系统字体')
    .addOption(new Option('--year <年度>', '文件没有写明年度时用的年度').argParser(toYear))
    .option('--agency <机关>', '文件没有写明机关时用的机关名称')
    .addHelpText('after', '\n退出码：0 正常，1 文件不可读、不是年度报告或不能生成，2 用法不对。\n')
    .action(async (path, options) => {
      const { exportReport } = await import('../commands/export.ts');
      await exportReport(path, options, console);
    });

  command('check', '<文件> [选项]', '核对报告，列出问题')
    .argument('[文件]', FILE)
    .option('--many <文件.jsonl>', '核对许多报告：每行一份报告的 JSON，列出有问题的；- 表示标准输入')
    .option('--previous <文件>', '同一机关上一年度的报告，用于核对结转等')
    .addOption(new Option('--year <年度>', '文件没有写明年度时用的年度').argParser(toYear))
    .option('--agency <机关>', '文件没有写明机关时用的机关名称')
    .option('--json', '输出 JSON：{ "findings": [ … ] }，包括通过和未核对的；与 --many 合用时每行一份有问题的报告')
    .addHelpText(
      'after',
      '\n退出码：0 没有必须改正的问题，1 有必须改正的问题，2 文件不可读、不是年度报告或用法不对。\n用 --many 时，进度写到标准错误；不是年度报告的行说明行号和原因后跳过，退出码为 2。\n',
    )
    .action(async (path, options) => {
      const { checkCommand } = await import('../commands/check.ts');
      end(await checkCommand(path, options, console));
    });

  addDatabaseCommands(command, console, end);
  return program;
}

function toPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('');
}

function toDay(text: string): string {
  if (/^20\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))) return text;
  throw new InvalidArgumentError('');
}

function toYear(text: string): number {
  if (/^20\d{2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('');
}

function settingsHelp(): string {
  const width = Math.max(...settingMeanings.map(([name]) => name.length)) + 2;
  return `\n环境变量：\n${settingMeanings.map(([name, means]) => `  ${padTo(name, width)}${means}`).join('\n')}\n`;
}
