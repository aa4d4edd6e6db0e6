import { figuresCsv } from '@gongkai/exporter/csv';
import { noteLines } from '../terminal/note-lines.ts';
import { uncertainLines } from '../terminal/uncertain-lines.ts';
import { readReport, type Told } from '../input/read-report.ts';
import type { Console } from '../cli/console.ts';

/** Prints the figures of a document as CSV, and names beside it what was inferred or not read. @throws {Failure} */
export async function figures(path: string, told: Told, console: Console): Promise<void> {
  const read = await readReport(path, told);
  console.note(noteLines(read.notes) + uncertainLines(read));
  console.out(figuresCsv(read.report));
}
