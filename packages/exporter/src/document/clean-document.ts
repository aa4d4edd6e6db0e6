import { cleanText, type Warnings } from './clean-text.ts';
import type { DocumentBlock, DocumentList, ExportDocument, Runs } from './document.ts';

/** A document whose every text went through `clean`, by default what is valid in any format. */
export function cleanDocument(
  document: ExportDocument,
  warnings: Warnings,
  clean: (text: string) => string = (text) => cleanText(text, warnings),
): ExportDocument {
  const runs = (all: Runs): Runs =>
    all.flatMap(({ text, ...run }) => {
      const cleaned = clean(text);
      return cleaned === '' ? [] : [{ text: cleaned, ...run }];
    });
  const list = (own: DocumentList): DocumentList => ({
    ...own,
    items: own.items.map((item) => ({ runs: runs(item.runs), ...(item.list && { list: list(item.list) }) })),
  });
  const block = (own: DocumentBlock): DocumentBlock => {
    switch (own.type) {
      case 'heading':
      case 'paragraph':
        return { ...own, runs: runs(own.runs) };
      case 'list':
        return list(own);
      case 'signature':
        return { ...own, lines: own.lines.map(clean) };
      case 'table':
        return {
          ...own,
          title: clean(own.title),
          rows: own.rows.map((row) => row.map((cell) => ({ ...cell, runs: runs(cell.runs) }))),
        };
    }
  };
  const { title, subtitle, author, keywords, date, blocks, watermark, origin } = document;
  return {
    title: oneLine(clean(title)),
    ...(subtitle !== undefined && { subtitle: oneLine(clean(subtitle)) }),
    author: oneLine(clean(author)),
    keywords: keywords.map((keyword) => oneLine(clean(keyword))),
    date,
    blocks: blocks.map(block),
    ...(watermark !== undefined && { watermark: oneLine(clean(watermark)) }),
    ...(origin && { origin: { ...origin, address: oneLine(clean(origin.address)) } }),
  };
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ').trim();
}
