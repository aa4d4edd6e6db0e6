import { formOf, type Layout, type Report } from '@gongkai/schema';
import { plain, type DocumentBlock, type DocumentOrigin, type ExportDocument } from './document.ts';
import { officialTable } from './official-table.ts';
import { textBlocks } from './text-blocks.ts';

export interface ReportDocumentOptions {
  /** A word across every page, such as 草稿 for a draft. */
  readonly watermark?: string;
  /** Where the published report is found; printed at the end. */
  readonly origin?: DocumentOrigin;
  /** Print the agency's name and this day (YYYY-MM-DD) as signature; `blank` leaves the day to be written by hand. */
  readonly signedOn?: string;
  /** Day of the document as YYYY-MM-DD: of its publication or, by default, its signature or the end of its period. */
  readonly date?: string;
  /** The form where it is not one of the registered ones. */
  readonly form?: Layout;
}

/**
 * A report as a document in the order of its official form: title, preamble, and each section with its table, the notes
 * under it and its text.
 * @throws RangeError for an unknown form
 */
export function reportDocument(report: Report, options: ReportDocumentOptions = {}): ExportDocument {
  const form = options.form ?? formOf(report.form);
  const { watermark, origin, signedOn } = options;
  const days = [options.date, signedOn, report.period?.to, `${report.year}-12-31`];
  const blocks = [
    ...textBlocks(report.preamble, 1),
    ...form.sections.flatMap(({ key, number, title, table }): DocumentBlock[] => {
      const section = report.sections.find((own) => own.key === key);
      const notes = table === undefined ? [] : (report.tableNotes[table] ?? []);
      return [
        { type: 'heading', level: 1, runs: plain(`${number}、${section?.titleAsFound ?? title}`) },
        ...(table === undefined ? [] : [officialTable(form, table, report.tables)]),
        ...notes.map((note): DocumentBlock => ({ type: 'paragraph', role: 'note', runs: plain(note) })),
        ...textBlocks(section?.blocks ?? [], 2),
      ];
    }),
    ...(signedOn === undefined
      ? []
      : [{ type: 'signature' as const, lines: [report.agency.name, signatureDay(signedOn)] }]),
  ];
  return {
    title: report.title,
    author: report.agency.name,
    keywords: [`${report.year}年`, report.form],
    date: days.find((day) => day !== undefined && dayPattern.test(day))!,
    blocks,
    ...(watermark !== undefined && { watermark }),
    ...(origin && { origin }),
  };
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** 2026年1月20日, without zeros before the figures as GB/T 9704 has it. */
function signatureDay(day: string): string {
  const parts = dayPattern.exec(day);
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : '    年  月  日';
}
