import { writeFile } from 'node:fs/promises';
import { reportJson } from '@gongkai/exporter/json';
import { withCertainty } from '@gongkai/importer';
import { formatNotes } from '../terminal/note-lines.ts';
import { formatUncertainFigures } from '../terminal/import-notes.ts';
import { exitCodes, Failure } from '../terminal/failure.ts';
import { isCollection } from '../input/documents.ts';
import { readReport, type DocumentDefaults } from '../input/read-report.ts';
import type { Console } from '../terminal/console.ts';
import { importMany } from './import-many.ts';

/**
 * Writes a document as a report's JSON, to a file or to standard output; the documents of a folder or archive into a
 * folder.
 * @returns the exit code
 * @throws {Failure}
 */
export async function importFile(
  path: string,
  { out, ...defaults }: { readonly out?: string } & DocumentDefaults,
  console: Console,
): Promise<number> {
  if (await isCollection(path)) return importMany(path, out, defaults, console);
  const read = await readReport(path, defaults, (page, pages) =>
    console.note(`正在识别第 ${page} 页，共 ${pages} 页\n`),
  );
  console.note(formatNotes(read.notes) + formatUncertainFigures(read));
  const { report } = read;
  const json = reportJson(withCertainty(read));
  if (out === undefined) {
    console.out(json);
    return exitCodes.ok;
  }
  await writeFile(out, json).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`写不了“${out}”：${error.code === 'ENOENT' ? '没有这个文件夹' : error.message}。`);
  });
  console.note(`已写入 ${out}：${report.title}\n`);
  return exitCodes.ok;
}
