import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { cleanDocument } from '../document/clean-document.ts';
import { cleanText, Warnings } from '../document/clean-text.ts';
import type { ExportDocument, ExportFile } from '../document/document.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { replaceMissing } from '../fonts/replace-missing.ts';
import { templateData } from './template-data.ts';

/**
 * @module
 * A document as PDF: set by Typst, tagged, with embedded fonts. Compiling keeps its thread busy: servers use the pool.
 */

/** `archive`: PDF/A-2a, for keeping. `accessible`: PDF/UA-1, for readers with assistive software. */
export type PdfStandard = 'archive' | 'accessible';

const standards: Readonly<Record<PdfStandard, string>> = { archive: 'a-2a', accessible: 'ua-1' };

export interface PdfWriter {
  /**
   * The same document with the same fonts gives the same bytes.
   * @throws Error where Typst refuses the document
   */
  write(document: ExportDocument, standard?: PdfStandard): ExportFile;
}

/** Documents for which Typst remembers its work: more makes no document faster and the process larger. */
const rememberedDocuments = 2;

/**
 * Prepares to write PDF with a set of fonts.
 * @throws Error in Chinese where Typst's native module cannot be loaded on this machine
 */
export function createPdfWriter(fonts: FontSet): PdfWriter {
  const template = readFileSync(new URL('./template.typ', import.meta.url), 'utf8');
  // By path, so that Typst loads a font when a document needs it.
  const compiler = loadCompiler().create({ fontArgs: [{ fontPaths: [...fonts.files] }] });
  return {
    write(document, standard = 'accessible') {
      const warnings = new Warnings();
      const printable = cleanDocument(document, warnings, (text) =>
        replaceMissing(cleanText(text, warnings), fonts, warnings),
      );
      const inputs = { document: JSON.stringify(templateData(printable, fonts)) };
      try {
        // Compiled and printed in one call: a compiled document handed to JavaScript would stay in memory until its
        // garbage collector, which does not know how large it is, comes by.
        const source = { mainFileContent: template, inputs };
        const bytes = compiler.pdf(source, { pdfStandard: standards[standard], pdfTags: true });
        return { bytes, warnings: warnings.lines };
      } finally {
        compiler.evictCache(rememberedDocuments);
      }
    },
  };
}

/** Loaded only when a PDF is asked for: a machine without the native module still has the other formats. */
function loadCompiler(): typeof NodeCompiler {
  try {
    const require = createRequire(import.meta.url);
    const module = require('@myriaddreamin/typst-ts-node-compiler') as { NodeCompiler: typeof NodeCompiler };
    return module.NodeCompiler;
  } catch (cause) {
    throw new Error(
      `这台机器装不上 PDF 排版模块（${process.platform} ${process.arch}），暂不能生成 PDF 和 OFD；其他格式不受影响。`,
      { cause },
    );
  }
}
