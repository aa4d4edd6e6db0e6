import { writeFile } from 'node:fs/promises';
import { reportJson } from '@gongkai/exporter/json';
import { noteLines } from '../terminal/note-lines.ts';
import { Failure } from '../cli/failure.ts';
import { readReport } from '../input/read-report.ts';
import type { Console } from '../cli/console.ts';

/** Writes a document as a report's JSON, to a file or to standard output. @throws {Failure} */
export async function importFile(path: string, { out }: { readonly out?: string }, console: Console): Promise<void> {
  const { report, notes } = await readReport(path);
  console.note(noteLines(notes));
  const json = reportJson(report);
  if (out === undefined) return console.out(json);
  await writeFile(out, json).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`写不了“${out}”：${error.code === 'ENOENT' ? '没有这个文件夹' : error.message}。`);
  });
  console.note(`已写入 ${out}：${report.title}\n`);
}
