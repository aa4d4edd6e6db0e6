import { renderSVG } from 'uqr';
import type { DocumentBlock, DocumentCell, DocumentList, ExportDocument, Runs } from '../document/document.ts';
import { page, tableTypeSize } from '../document/page-layout.ts';
import { titleLines } from '../document/title-lines.ts';
import type { FontSet } from '../fonts/font-set.ts';

/** What the Typst template reads: every optional part is null. */
export function templateData(document: ExportDocument, { families, digest }: FontSet): unknown {
  const { title, subtitle, author, keywords, date, blocks, watermark, origin } = document;
  return {
    layout: page,
    fonts: families,
    title,
    titleLines: titleLines(title, author),
    subtitle: subtitle ?? null,
    author,
    keywords: [...keywords, `fonts:${digest.slice(0, 16)}`],
    date: date.split('-').map(Number),
    watermark: watermark ?? null,
    blocks: blocks.map(block),
    origin: origin
      ? { address: origin.address, digest: origin.digest ?? null, code: renderSVG(origin.address, { border: 1 }) }
      : null,
  };
}

function block(own: DocumentBlock): unknown {
  switch (own.type) {
    case 'paragraph':
      return { ...own, role: own.role ?? null, runs: runs(own.runs) };
    case 'heading':
      return { ...own, runs: runs(own.runs) };
    case 'list':
      return list(own);
    case 'table': {
      const rows = own.rows.map((row, y) => row.map((cell) => tableCell(cell, y)));
      const { columns, headRows } = own;
      return {
        type: 'table',
        columns,
        size: tableTypeSize(columns.length),
        head: rows.slice(0, headRows).flat(),
        body: rows.slice(headRows).flat(),
      };
    }
    case 'signature':
      return own;
  }
}

function tableCell({ runs: own, column, colspan, rowspan, align, isCaption }: DocumentCell, row: number): unknown {
  return { runs: runs(own), row, column, colspan, rowspan, align, isCaption: isCaption ?? false };
}

function list({ type, ordered, start, items }: DocumentList): unknown {
  return {
    type,
    ordered,
    start,
    items: items.map((item) => ({ runs: runs(item.runs), list: item.list ? list(item.list) : null })),
  };
}

function runs(own: Runs): unknown {
  return own.map(({ text, mark }) => ({ text, mark: mark ?? null }));
}
