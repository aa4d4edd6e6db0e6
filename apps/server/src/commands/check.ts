import { toDay } from '@gongkai/schema/calendar';
import { check, failures, formOf, type Report } from '@gongkai/schema';
import { describeFindings } from '../terminal/findings-table.ts';
import { formatNotes } from '../terminal/note-lines.ts';
import { exitCodes, Failure } from '../terminal/failure.ts';
import { readReport, type DocumentDefaults } from '../input/read-report.ts';
import type { ImportSuccess } from '@gongkai/importer';
import type { Console } from '../terminal/console.ts';

export interface CheckOptions extends DocumentDefaults {
  /** The report of the same body for the year before. */
  readonly previous?: string;
  readonly json?: boolean;
  /** A file with one report as JSON per line, instead of a document. */
  readonly many?: string;
}

/** Checks one document, or every report of a file. @returns the exit code @throws {Failure} */
export async function checkCommand(path: string | undefined, options: CheckOptions, console: Console): Promise<number> {
  const { many, previous, json = false } = options;
  if ((path === undefined) === (many === undefined))
    throw new Failure('请给出一个要核对的文件，或者用 --many 给出每行一份报告的文件，二者选一。', exitCodes.usage);
  if (path !== undefined) return checkFile(path, options, console);
  if (previous !== undefined) throw new Failure('--previous 不能与 --many 合用。', exitCodes.usage);
  const { checkMany } = await import('./check-many.ts');
  return checkMany(many!, json, console);
}

/** Checks a document or a report's JSON and prints the findings. @returns the exit code @throws {Failure} */
async function checkFile(path: string, options: CheckOptions, console: Console): Promise<number> {
  const { report, notes } = await read(path, options);
  const previous = options.previous === undefined ? undefined : await readPrevious(options.previous, report);
  const form = formOf(report.form);
  const findings = check(form, report, { today: toDay(new Date()), ...(previous && { previous }) });
  console.note(formatNotes(notes));
  console.out(options.json ? `${JSON.stringify({ findings }, null, 2)}\n` : describeFindings(form, report, findings));
  return failures(findings).some(({ severity }) => severity === 'block') ? exitCodes.blocked : exitCodes.ok;
}

async function readPrevious(path: string, { year, agency }: Report): Promise<Report> {
  const { report } = await read(path);
  if (report.year !== year - 1)
    throw new Failure(
      `“${path}”是 ${report.year} 年度的报告，核对${agency.name} ${year} 年度的报告需要 ${year - 1} 年度的。`,
      exitCodes.unreadable,
    );
  return report;
}

function read(path: string, defaults?: DocumentDefaults): Promise<ImportSuccess> {
  return readReport(path, defaults).catch((error: unknown) => {
    throw error instanceof Failure ? new Failure(error.message, exitCodes.unreadable) : error;
  });
}
