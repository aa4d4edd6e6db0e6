import type { SourceBlock, SourceCell, SourceDocument } from '../../source/document.ts';
import { limits } from '../../source/limits.ts';
import type { ImportNote } from '../../source/note.ts';
import { Refusal } from '../../source/refusal.ts';
import { openFlatPackage, openPackage, type OfficePackage } from '../package/opc.ts';
import { child, parseXml, type Xml } from '../package/xml.ts';
import { cellsOfLine } from '../text/cells.ts';
import { bodyItems, type BodyCell, type BodyItem } from './body.ts';
import { readChunk } from './chunk.ts';
import { Numbering } from './numbering.ts';
import { RunStyles } from './run-style.ts';

/**
 * Reads a Word document (.docx of Word or WPS, whichever part holds its text): paragraphs with their automatic numbers,
 * tables with their spans, and embedded documents. Deleted or hidden content is left out.
 * @throws Refusal
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  return documentOf(openPackage(bytes), (nested) => documentOf(openPackage(nested), undefined));
}

/** Reads a Word document that is written as one XML file: Flat OPC, or the XML of Word 2003. @throws Refusal */
export function readWordXml(bytes: Uint8Array): SourceDocument {
  const root = parseXml(bytes);
  if (root.name !== 'wordDocument') return documentOf(openFlatPackage(root), readDocx);
  return new Reader(() => ({ blocks: [], notes: [] })).read(child(root, 'body'), undefined, child(root, 'styles'));
}

function documentOf(
  parts: OfficePackage,
  readNested: ((bytes: Uint8Array) => SourceDocument) | undefined,
): SourceDocument {
  const path = parts.main?.path ?? '';
  const named = parts.relationships(path);
  const partOf = (type: string): Xml | undefined => {
    const target = [...named.values()].find((one) => one.type === type)?.target ?? `word/${type}.xml`;
    return parts.xml(target);
  };
  // Some systems store the embedded document without a relationship to it.
  const unnamed = parts.paths.filter((part) => /^\/?word\/[^/]+\.(?:mht|mhtml|html?|xhtml|txt)$/i.test(part));
  const reader = new Reader((id) => {
    const target = named.get(id)?.target ?? unnamed.shift();
    const bytes = target === undefined ? undefined : parts.bytes(target);
    return readChunk(target === undefined || !bytes ? undefined : { name: target, bytes }, readNested);
  });
  return reader.read(child(parts.xml(path), 'body'), partOf('numbering'), partOf('styles'));
}

type ReadChunk = (id: string) => SourceDocument;

/** Converts the items of a body into blocks. */
class Reader {
  readonly #blocks: SourceBlock[] = [];
  readonly #notes: ImportNote[] = [];
  readonly #chunkAt: ReadChunk;

  constructor(chunkAt: ReadChunk) {
    this.#chunkAt = chunkAt;
  }

  read(body: Xml | undefined, numbering: Xml | undefined, styles: Xml | undefined): SourceDocument {
    if (!body) throw new Refusal('damaged', 'Word 文件不完整，没有正文。', '能用 Word 或 WPS 正常打开的 .docx 文件');
    this.#add(bodyItems(body, { numbering: new Numbering(numbering, styles), runs: new RunStyles(styles) }));
    return { blocks: this.#blocks, notes: this.#notes };
  }

  #add(items: readonly BodyItem[]): void {
    for (const item of items) {
      if (this.#blocks.length > limits.lines)
        throw new Refusal('too-large', '段落太多，不像是一份年度报告。', '单独一份年度报告');
      if (item.type === 'paragraph') this.#paragraph(item);
      else if (item.type === 'chunk') this.#chunk(item.id);
      else if (item.rows.some((row) => row.some(holdsMore)) || item.rows.every((row) => row.length < 2))
        // A table that only serves as page layout.
        for (const { content } of item.rows.flat()) this.#add(content);
      else this.#blocks.push({ type: 'grid', aligned: true, rows: gridRows(item.rows, this.#blocks.length + 1) });
    }
  }

  #chunk(id: string): void {
    const { blocks, notes } = this.#chunkAt(id);
    this.#blocks.push(...blocks);
    this.#notes.push(...notes);
  }

  #paragraph({ text, list }: Extract<BodyItem, { type: 'paragraph' }>): void {
    const place = { type: 'block' as const, block: this.#blocks.length + 1 };
    text.split('\n').forEach((line, at) => {
      const pieces = line.includes('\t') ? cellsOfLine(line) : undefined;
      if (pieces && pieces.length > 0)
        this.#blocks.push({
          type: 'grid',
          aligned: false,
          rows: [pieces.map((piece, column) => ({ text: piece.text, column, colspan: 1, place }))],
        });
      else if (line.trim() !== '')
        this.#blocks.push({
          type: 'text',
          text: line.trim(),
          extent: 'paragraph',
          place,
          ...(list && at === 0 && { list }),
        });
    });
  }
}

function holdsMore({ content }: BodyCell): boolean {
  return content.some(({ type }) => type !== 'paragraph');
}

function gridRows(rows: readonly (readonly BodyCell[])[], block: number): SourceCell[][] {
  return rows.map((row, y) => {
    let column = 0;
    return row.slice(0, limits.cells).flatMap(({ figure, colspan, continues, sliver }, x): SourceCell[] => {
      const placed = { ...figure, column, colspan, place: { type: 'block' as const, block, row: y + 1, cell: x + 1 } };
      column += colspan;
      return continues || (sliver && figure.text === '') ? [] : [placed];
    });
  });
}
