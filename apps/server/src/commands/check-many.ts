import { toDay } from '@gongkai/schema/calendar';
import { checkLine } from '@gongkai/schema/catalogue';
import type { Finding, Report, ReportError, Severity } from '@gongkai/schema';
import { exitCodes, Failure } from '../terminal/failure.ts';
import type { Console } from '../terminal/console.ts';
import { readLines, maxLineBytes } from '../input/lines.ts';
import { Progress } from '../terminal/progress.ts';

const labels: Readonly<Record<Severity, string>> = { block: '须改正', explain: '须改正或说明', hint: '提示' };
const severities = Object.keys(labels) as Severity[];
/** Maximum number of errors reported for a line that is not a report; the first ones show the problem. */
const errorsShown = 3;

/**
 * Checks a file with one report as JSON per line, and prints the reports with findings. Only one report is held in
 * memory at a time, so memory use does not depend on the number of reports. Progress, and each line that is not a
 * report, are written to standard error.
 * @returns the exit code
 * @throws {Failure}
 */
export async function checkMany(path: string, json: boolean, console: Console): Promise<number> {
  const progress = new Progress(console);
  const today = toDay(new Date());
  const totals = { checked: 0, block: 0, explain: 0, hint: 0, sound: 0, bad: 0 };
  const refuse = (line: number, reason: string) => {
    totals.bad++;
    progress.end();
    console.note(`第 ${line} 行：${reason}，已跳过。\n`);
  };
  for await (const { line, text } of reading(path)) {
    if (text?.trim() === '') continue;
    const checked = text === undefined ? undefined : checkLine(text, { today });
    if (!checked) refuse(line, `超过 ${maxLineBytes / 2 ** 20} MB，不像是年度报告`);
    else if (!checked.ok) refuse(line, reasonFor(checked.errors));
    else {
      totals.checked++;
      const [mostSevere] = checked.failed;
      totals[mostSevere?.severity ?? 'sound']++;
      if (mostSevere) console.out(json ? asJson(line, checked.report, checked.failed) : inWords(line, checked));
    }
    progress.say(`已核对 ${totals.checked} 份`);
  }
  progress.end();
  if (totals.checked + totals.bad === 0) throw new Failure(`“${path}”里没有报告。`, exitCodes.unreadable);
  console.note(
    `共核对 ${totals.checked} 份：${severities.map((each) => `${labels[each]} ${totals[each]} 份`).join('，')}，` +
      `没有问题 ${totals.sound} 份；跳过 ${totals.bad} 行。\n`,
  );
  if (totals.bad > 0) return exitCodes.unreadable;
  return totals.block > 0 ? exitCodes.blocked : exitCodes.ok;
}

async function* reading(path: string): ReturnType<typeof readLines> {
  try {
    yield* readLines(path);
  } catch (error) {
    throw error instanceof Failure ? new Failure(error.message, exitCodes.unreadable) : error;
  }
}

function reasonFor(errors: readonly ReportError[]): string {
  const said = errors
    .slice(0, errorsShown)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')} ${message}` : message));
  return said.join('；') + (errors.length > errorsShown ? ` 等 ${errors.length} 处` : '');
}

function inWords(line: number, { report, failed }: { report: Report; failed: readonly Finding[] }): string {
  const found = severities.flatMap((severity) => {
    const rules = failed.filter((finding) => finding.severity === severity).map(({ rule }) => rule);
    return rules.length > 0 ? [`${labels[severity]} ${rules.length} 项（${[...new Set(rules)].join('、')}）`] : [];
  });
  return `第 ${line} 行 ${report.agency.name} ${report.year} 年度：${found.join('，')}\n`;
}

function asJson(line: number, { agency, year, kind }: Report, failed: readonly Finding[]): string {
  return `${JSON.stringify({ line, agency, year, kind, findings: failed })}\n`;
}
