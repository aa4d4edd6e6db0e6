import { writeFile } from 'node:fs/promises';
import { formats, type FormatName } from '@gongkai/exporter/formats';
import { createRenderer } from '@gongkai/exporter/render';
import { formatNotes } from '../terminal/note-lines.ts';
import { formatUncertainFigures } from '../terminal/import-notes.ts';
import { Failure } from '../terminal/failure.ts';
import type { Console } from '../terminal/console.ts';
import { readReport, type DocumentDefaults } from '../input/read-report.ts';

export interface ExportOptions extends DocumentDefaults {
  readonly format: FormatName;
  readonly out?: string;
  /** PDF/A-2a instead of PDF/UA-1. */
  readonly archive?: boolean;
  readonly draft?: boolean;
  readonly signedOn?: string;
  /** Permanent address to print at the end. */
  readonly address?: string;
  /** Folder with the office's fonts. */
  readonly fonts?: string;
}

/** Formats that a terminal can display. */
const textFormats: ReadonlySet<FormatName> = new Set(['html', 'csv', 'json']);

/** Writes a report in a format, to a file or, for text formats, to standard output. @throws {Failure} */
export async function exportReport(path: string, options: ExportOptions, console: Console): Promise<void> {
  const { format, out, archive, draft, signedOn, address, fonts, ...defaults } = options;
  if (out === undefined && !textFormats.has(format))
    throw new Failure(`${formats[format].label}不能显示在终端里，请用 -o 写明要写入的文件。`);
  const read = await readReport(path, defaults);
  console.note(formatNotes(read.notes) + formatUncertainFigures(read));
  const renderer = createRenderer(fonts === undefined ? {} : { folders: [fonts] });
  const file = await renderer
    .render(format, read.report, {
      ...(archive && { standard: 'archive' as const }),
      ...(draft && { watermark: '草稿' }),
      ...(signedOn !== undefined && { signedOn }),
      ...(address !== undefined && { origin: { address } }),
    })
    .catch((error: Error) => {
      throw new Failure(error.message);
    });
  console.note(file.warnings.map((warning) => `注意：${warning}\n`).join(''));
  if (out === undefined) return console.out(new TextDecoder().decode(file.bytes));
  await writeFile(out, file.bytes).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`写不了“${out}”：${error.code === 'ENOENT' ? '没有这个文件夹' : error.message}。`);
  });
  console.note(`已写入 ${out}：${read.report.title}\n`);
}
