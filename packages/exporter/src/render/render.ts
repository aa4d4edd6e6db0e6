import { formOf, type Report } from '@gongkai/schema';
import type { ExportDocument, ExportFile } from '../document/document.ts';
import { reportDocument, type ReportDocumentOptions } from '../document/report-document.ts';
import type { FontOptions } from '../fonts/font-set.ts';
import type { PdfStandard, PdfWriter } from '../pdf/write.ts';
import type { FormatName } from './formats.ts';

/**
 * @module
 * One way into all formats. Each format's code is loaded when it is first asked for, and no other's with it.
 */

export interface RenderOptions extends Omit<ReportDocumentOptions, 'form'> {
  /** For PDF; by default the one for readers with assistive software. */
  readonly standard?: PdfStandard;
  /** CSV with a byte order mark and CRLF, as spreadsheet programs want it. */
  readonly forSpreadsheets?: boolean;
}

/** Writes reports and documents with one set of fonts. */
export interface Renderer {
  /** @throws Error where the format cannot be written on this machine, with a sentence in Chinese */
  render(format: FormatName, report: Report, options?: RenderOptions): Promise<ExportFile>;
  /** Writes any document in a format for documents. */
  renderDocument(format: DocumentFormat, document: ExportDocument, options?: RenderOptions): Promise<ExportFile>;
  /** SHA-256 over the fonts: part of the key under which a PDF may be cached. */
  fontDigest(): Promise<string>;
}

/** Formats that any document can be written in; `xlsx` holds its tables alone. */
export type DocumentFormat = 'docx' | 'pdf' | 'xlsx' | 'html';

/** A renderer that works in the calling thread. Servers use the pool. */
export function createRenderer(fonts: FontOptions = {}): Renderer {
  let fontSet: Promise<import('../fonts/font-set.ts').FontSet> | undefined;
  let pdf: Promise<PdfWriter> | undefined;
  const loadFonts = () => (fontSet ??= import('../fonts/font-set.ts').then(({ findFontSet }) => findFontSet(fonts)));
  const loadPdf = () =>
    (pdf ??= Promise.all([import('../pdf/write.ts'), loadFonts()]).then(([{ createPdfWriter }, set]) =>
      createPdfWriter(set),
    ));
  const renderDocument: Renderer['renderDocument'] = async (format, document, { standard } = {}) => {
    switch (format) {
      case 'docx':
        return (await import('../docx/write.ts')).writeDocx(document);
      case 'pdf':
        return (await loadPdf()).write(document, standard);
      case 'xlsx':
        return (await import('../xlsx/write-tables.ts')).writeTablesXlsx(document);
      case 'html': {
        const { html, warnings } = (await import('../html/write.ts')).writeHtml(document);
        return { bytes: encode(html), warnings };
      }
    }
  };
  return {
    renderDocument,
    fontDigest: async () => (await loadFonts()).digest,
    async render(format, report, options = {}) {
      switch (format) {
        case 'xlsx':
          return (await import('../xlsx/write.ts')).writeXlsx(report, {
            form: formOf(report.form),
            ...(options.date !== undefined && { date: options.date }),
          });
        case 'csv': {
          const { figuresCsv, forSpreadsheets } = await import('../csv/write.ts');
          const text = figuresCsv(report, options.forSpreadsheets ? forSpreadsheets : undefined);
          return { bytes: encode(text), warnings: [] };
        }
        case 'json':
          return { bytes: (await import('../json/canonical.ts')).canonicalJson(report), warnings: [] };
        default:
          return renderDocument(format, reportDocument(report, options), options);
      }
    },
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
