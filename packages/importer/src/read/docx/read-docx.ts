import type { SourceBlock, SourceCell, SourceDocument } from '../../source/document.ts';
import { limits } from '../../source/limits.ts';
import { Refusal } from '../../source/refusal.ts';
import { child, parseXml, type Xml } from '../package/xml.ts';
import { unpackParts } from '../package/zip.ts';
import { cellsOfLine } from '../text/cells.ts';
import { bodyItems, type BodyCell, type BodyItem } from './body.ts';
import { Numbering } from './numbering.ts';

const parts = { document: 'word/document.xml', numbering: 'word/numbering.xml', styles: 'word/styles.xml' };

/** Reads a Word document (.docx of Word or WPS): paragraphs with their automatic numbers, tables with their spans. @throws Refusal */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const names: readonly string[] = Object.values(parts);
  const found = unpackParts(bytes, (name) => names.includes(name));
  const parse = (name: string): Xml | undefined => {
    const part = found.get(name);
    return part && parseXml(part);
  };
  const body = child(parse(parts.document), 'body');
  if (!body) throw new Refusal('damaged', 'Word 文件不完整，没有正文。', '能用 Word 或 WPS 正常打开的 .docx 文件');
  const blocks: SourceBlock[] = [];
  addItems(bodyItems(body, new Numbering(parse(parts.numbering), parse(parts.styles))), blocks);
  return { blocks, notes: [] };
}

function addItems(items: readonly BodyItem[], blocks: SourceBlock[]): void {
  for (const item of items) {
    if (blocks.length > limits.lines)
      throw new Refusal('too-large', '段落太多，不像是一份年度报告。', '单独一份年度报告');
    if (item.type === 'paragraph') addParagraph(item, blocks);
    else if (item.rows.some((row) => row.some(holdsTable)) || item.rows.every((row) => row.length < 2))
      // A table that only lays out the page.
      for (const { content } of item.rows.flat()) addItems(content, blocks);
    else blocks.push({ type: 'grid', aligned: true, rows: gridRows(item.rows, blocks.length + 1) });
  }
}

function addParagraph({ text, list }: Extract<BodyItem, { type: 'paragraph' }>, blocks: SourceBlock[]): void {
  const place = { type: 'block' as const, block: blocks.length + 1 };
  text.split('\n').forEach((line, at) => {
    const pieces = line.includes('\t') ? cellsOfLine(line) : undefined;
    if (pieces && pieces.length > 0)
      blocks.push({
        type: 'grid',
        aligned: false,
        rows: [pieces.map((piece, column) => ({ text: piece.text, column, colspan: 1, place }))],
      });
    else if (line.trim() !== '')
      blocks.push({ type: 'text', text: line.trim(), extent: 'paragraph', place, ...(list && at === 0 && { list }) });
  });
}

function holdsTable({ content }: BodyCell): boolean {
  return content.some(({ type }) => type === 'table');
}

function gridRows(rows: readonly (readonly BodyCell[])[], block: number): SourceCell[][] {
  return rows.map((row, y) => {
    let column = 0;
    return row.slice(0, limits.cells).flatMap((cell, x): SourceCell[] => {
      const text = cellText(cell);
      const placed = {
        text,
        column,
        colspan: cell.colspan,
        place: { type: 'block' as const, block, row: y + 1, cell: x + 1 },
      };
      column += cell.colspan;
      return cell.continues || (cell.sliver && text === '') ? [] : [placed];
    });
  });
}

function cellText({ content }: BodyCell): string {
  return content
    .map((item) => (item.type === 'paragraph' ? item.text.trim() : ''))
    .filter((text) => text !== '')
    .join('\n');
}
