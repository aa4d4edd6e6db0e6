import { figuresCsv } from '@gongkai/exporter/csv';
import { noteLines } from '../terminal/note-lines.ts';
import { readReport } from '../input/read-report.ts';
import type { Console } from '../cli/console.ts';

/** Prints the figures of a document as CSV. @throws {Failure} */
export async function figures(path: string, console: Console): Promise<void> {
  const { report, notes } = await readReport(path);
  console.note(noteLines(notes));
  console.out(figuresCsv(report));
}
