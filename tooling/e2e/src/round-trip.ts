import { createRenderer, type RenderOptions } from '@gongkai/exporter/render';
import type { FormatName } from '@gongkai/exporter/formats';
import { importDocument, type ImportSuccess } from '@gongkai/importer';
import { figuresOf, formOf, type Report, type TextBlock } from '@gongkai/schema';

/** Formats that hold a whole report, and those that hold its figures alone. */
export const wholeFormats = ['docx', 'html', 'pdf', 'json'] as const satisfies readonly FormatName[];
export const figureFormats = ['xlsx', 'csv'] as const satisfies readonly FormatName[];

const renderer = createRenderer({ system: false });

/** A report written in a format and read back. @throws Error where the importer refuses the file */
export async function roundTrip(report: Report, format: FormatName, options?: RenderOptions): Promise<ImportSuccess> {
  const { bytes } = await renderer.render(format, report, options);
  const result = await importDocument(bytes, { fileName: `${report.year}.${format}` });
  if (!result.ok) throw new Error(`${format}: ${result.message}`);
  return result;
}

/** Every figure as it is printed, by cell. */
export function figures({ form, tables }: Report): Record<string, string> {
  return Object.fromEntries(figuresOf(formOf(form), tables).map(({ key, text }) => [key, text]));
}

/** Cells that were not read for certain. */
export function uncertain({ provenance }: ImportSuccess): string[] {
  return Object.entries(provenance).flatMap(([key, { certainty }]) => (certainty === 'read' ? [] : [key]));
}

/** Title and running text; how deep a heading lies is left to the reader. */
export function prose({ title, agency, year, preamble, sections }: Report): unknown {
  const texts = (blocks: readonly TextBlock[]) =>
    blocks.map((block) => (block.type === 'heading' ? { type: 'heading', text: block.text } : block));
  return {
    title,
    agency: agency.name,
    year,
    preamble: texts(preamble),
    sections: sections.map(({ key, blocks }) => ({ key, blocks: texts(blocks) })),
  };
}
