import { strToU8 } from 'fflate';
import { docxBodyOf, docxFile } from '../docx-layouts.ts';
import { htmlOf } from '../html-layouts.ts';
import { pdfOf } from '../pdf-layouts.ts';
import { rawOds, rawSpreadsheetMl, rawXlsx, type FigureCell } from '../sheet-layouts.ts';
import type { Draft } from '../specimen.ts';
import { mapCells } from '../variations/variation.ts';
import type { Disguises } from './disguise.ts';
import { disguiseStyles, docxDisguises } from './docx.ts';
import { disguiseSheet, htmlDisguises } from './html.ts';
import { pdfDisguises } from './pdf.ts';
import { odsDisguises, spreadsheetMlDisguises, xlsxDisguises } from './sheets.ts';

/** A file format whose figures can be disguised. */
export interface DisguisedKind {
  readonly disguises: Disguises;
  /** The file of a draft; `figure` gives the content of the disguised cells. */
  readonly file: (draft: Draft, figure: FigureCell) => Uint8Array;
}

/** Delimiters of the placeholder for a figure until its cell is written. */
const [open, close] = ['\ue000', '\ue001'];
const placeholder = new RegExp(`${open}([^${close}]*)${close}`, 'g');

/** The draft with a placeholder for each disguised figure, and the contents by placeholder. */
function withPlaceholders(draft: Draft, figure: FigureCell): { draft: Draft; contents: Map<string, string> } {
  const contents = new Map<string, string>();
  const marked = mapCells(draft, (cell) => {
    const content = cell.key === undefined ? undefined : figure(cell.text, cell.key);
    if (content === undefined) return cell;
    contents.set(cell.key!, content);
    return { ...cell, text: `${open}${cell.key}${close}` };
  });
  return { draft: marked, contents };
}

function page(draft: Draft, figure: FigureCell): string {
  const { draft: marked, contents } = withPlaceholders(draft, figure);
  return disguiseSheet + htmlOf(marked).replace(placeholder, (_, key: string) => contents.get(key)!);
}

export const disguisedKinds: Readonly<Record<string, DisguisedKind>> = {
  docx: {
    disguises: docxDisguises,
    file: (draft, figure) => {
      const { draft: marked, contents } = withPlaceholders(draft, figure);
      const cell = new RegExp(`<w:p><w:r><w:t xml:space="preserve">${placeholder.source}</w:t></w:r></w:p>`, 'g');
      const body = docxBodyOf(marked).replace(cell, (_, key: string) => contents.get(key)!);
      return docxFile(body, '', '', disguiseStyles);
    },
  },
  html: { disguises: htmlDisguises, file: (draft, figure) => strToU8(page(draft, figure)) },
  mht: {
    disguises: htmlDisguises,
    file: (draft, figure) =>
      strToU8(
        `Subject: =?utf-8?B?5bm05oql?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="=_x"\r\n\r\n--=_x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(page(draft, figure))}\r\n--=_x--\r\n`,
      ),
  },
  pdf: { disguises: pdfDisguises, file: (draft, figure) => pdfOf(draft, { figure }) },
  xlsx: { disguises: xlsxDisguises, file: rawXlsx },
  ods: { disguises: odsDisguises, file: rawOds },
  'xls as XML': { disguises: spreadsheetMlDisguises, file: rawSpreadsheetMl },
};

function base64(text: string): string {
  return btoa(String.fromCharCode(...strToU8(text))).replace(/.{76}/g, '$&\r\n');
}
