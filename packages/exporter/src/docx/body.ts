import {
  plain,
  type DocumentBlock,
  type DocumentList,
  type DocumentOrigin,
  type ExportDocument,
} from '../document/document.ts';
import { titleLines } from '../document/title-lines.ts';
import { element } from '../package/xml.ts';
import type { Numbering } from './numbering.ts';
import { paragraph, runsOf } from './runs.ts';
import { isTall, tableOf } from './table.ts';

/** The blocks of a document as paragraphs and tables. */
export function bodyOf(document: ExportDocument, numbering: Numbering): string {
  const { title, subtitle, author, blocks, origin } = document;
  return [
    paragraph('Title', runsOf(plain(titleLines(title, author).join('\n')))),
    subtitle === undefined ? '' : paragraph('Subtitle', runsOf(plain(subtitle))),
    ...blocks.map((block, at) => blockOf(block, blocks[at + 1], numbering)),
    ...(origin ? originOf(origin) : []),
  ].join('');
}

function blockOf(block: DocumentBlock, next: DocumentBlock | undefined, numbering: Numbering): string {
  switch (block.type) {
    case 'heading':
      return paragraph(
        `Heading${Math.min(6, block.level)}`,
        runsOf(block.runs),
        next?.type === 'table' && isTall(next) ? [['w:pageBreakBefore', {}]] : [],
      );
    case 'paragraph':
      return paragraph(block.role === 'note' ? 'TableNote' : 'BodyText', runsOf(block.runs));
    case 'list':
      return listOf(block, 0, numbering);
    case 'table':
      // Two tables that touch would become one.
      return tableOf(block) + (next === undefined || next.type === 'table' ? paragraph('TableNote', '') : '');
    case 'signature':
      return (
        paragraph('BodyText', '') + block.lines.map((line) => paragraph('Signature', runsOf(plain(line)))).join('')
      );
  }
}

function listOf(list: DocumentList, level: number, numbering: Numbering): string {
  const mark = element('w:ilvl', { 'w:val': level }) + element('w:numId', { 'w:val': numbering.idOf(list) });
  return list.items
    .map(({ runs, list: inner }) => {
      const properties = element('w:pStyle', { 'w:val': 'ListItem' }) + element('w:numPr', {}, mark);
      const item = element('w:p', {}, element('w:pPr', {}, properties), runsOf(runs));
      return item + (inner ? listOf(inner, level + 1, numbering) : '');
    })
    .join('');
}

function originOf({ address, digest }: DocumentOrigin): string[] {
  const lines = [`永久地址：${address}`, ...(digest === undefined ? [] : [`校验值（SHA-256）：${digest}`])];
  return [paragraph('BodyText', ''), ...lines.map((line) => paragraph('Origin', runsOf(plain(line))))];
}
