import { figuresCsv } from '@gongkai/exporter/csv';
import { formatNotes } from '../terminal/note-lines.ts';
import { formatUncertainFigures } from '../terminal/import-notes.ts';
import { readReport, type DocumentDefaults } from '../input/read-report.ts';
import type { Console } from '../terminal/console.ts';

/**
 * Prints the figures of a document as CSV, and lists inferred and unread figures on standard error.
 * @throws {Failure}
 */
export async function figures(path: string, defaults: DocumentDefaults, console: Console): Promise<void> {
  const read = await readReport(path, defaults);
  console.note(formatNotes(read.notes) + formatUncertainFigures(read));
  console.out(figuresCsv(read.report));
}
