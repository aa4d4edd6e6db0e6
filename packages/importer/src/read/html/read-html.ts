import { parse } from 'parse5';
import type { SourceBlock, SourceDocument } from '../../source/document.ts';
import { alignCells, type StoredCell } from '../../source/grid.ts';
import { limits } from '../../source/limits.ts';
import { note } from '../../source/note.ts';
import type { Place } from '../../source/place.ts';
import { Refusal } from '../../source/refusal.ts';
import { decodeText } from '../text/decode.ts';
import { declaredCharset } from './charset.ts';
import { itemIn, type Item } from './list-item.ts';
import { attribute, breaksLine, isElement, isSeen, type Element, type Node } from './tree.ts';

/** Nesting that no real page reaches. */
const deepest = 400;

/**
 * Reads a web page or the HTML of a clipboard: paragraphs, and tables with their spans. Scripts and links are not followed.
 * @throws Refusal
 */
export function readHtml(input: Uint8Array | string): SourceDocument {
  const { text, encoding } =
    typeof input === 'string' ? { text: input, encoding: 'utf-8' } : decodeText(input, declaredCharset(input));
  const page = new Page();
  page.walk(parse(text, { sourceCodeLocationInfo: true }).childNodes, [], 0);
  return {
    blocks: page.content(),
    notes:
      encoding.toLowerCase() === 'utf-8'
        ? []
        : [note('encoding', 'info', `文字按 ${encoding.toUpperCase()} 编码读取。`)],
  };
}

/** What stands in a page, in reading order, each block with the elements around it. */
class Page {
  readonly #blocks: { readonly block: SourceBlock; readonly path: readonly Element[] }[] = [];
  #line = '';
  #place: Place | undefined;
  #rows = 0;
  /** The list item whose first line has not ended yet. */
  #item: Item | undefined;

  walk(nodes: readonly Node[], path: readonly Element[], depth: number): void {
    if (depth > deepest) throw new Refusal('damaged', '网页的嵌套太深，不像正常的网页。', '网页（.html）');
    for (const node of nodes) {
      if (isElement(node)) this.#element(node, path, depth);
      else if (node.nodeName === '#text' && 'value' in node) {
        this.#line += node.value;
        if (node.value.trim() !== '') this.#place ??= placeOf(node);
      }
    }
  }

  /** The blocks up to the end of the element that holds the tables: what follows is the frame of the site. */
  content(): SourceBlock[] {
    const cells = new Map<Element, number>();
    let all = 0;
    let largest: readonly Element[] = [];
    let most = 0;
    for (const { block, path } of this.#blocks) {
      if (block.type !== 'grid') continue;
      const count = block.rows.reduce((sum, row) => sum + row.length, 0);
      all += count;
      if (count > most) [largest, most] = [path, count];
      for (const element of path) cells.set(element, (cells.get(element) ?? 0) + count);
    }
    // A small table of metadata may stand outside of the article.
    const holder = largest.findLast((element) => cells.get(element)! * 10 >= all * 9);
    const last = this.#blocks.findLastIndex(({ path }) => holder !== undefined && path.includes(holder));
    const cutsTable = this.#blocks.slice(last + 1).some(({ block }) => block.type === 'grid');
    return (last < 0 || cutsTable ? this.#blocks : this.#blocks.slice(0, last + 1)).map(({ block }) => block);
  }

  #element(element: Element, path: readonly Element[], depth: number): void {
    if (!isSeen(element)) return;
    if (element.tagName === 'br') return this.#endLine(path);
    if (element.tagName === 'table' && this.#table(element, path)) return;
    const breaks = breaksLine(element);
    const inside = breaks ? [...path, element] : path;
    if (breaks) this.#endLine(path);
    if (element.tagName === 'li') this.#item = itemIn(element, path);
    this.walk(element.childNodes, inside, depth + 1);
    if (breaks) this.#endLine(inside);
  }

  #endLine(path: readonly Element[]): void {
    const text = collapse(this.#line);
    if (text !== '') {
      const { number = '', list } = this.#item ?? {};
      const place = this.#place ?? nowhere;
      this.#push({ type: 'text', text: number + text, extent: 'paragraph', place, ...(list && { list }) }, path);
      this.#item = undefined;
    }
    this.#line = '';
    this.#place = undefined;
  }

  /** A table of data becomes a grid; one that only lays out a page is walked like any other element. */
  #table(table: Element, path: readonly Element[]): boolean {
    const rows = rowsOf(table);
    if (!rows.some((row) => row.length > 1) || rows.some((row) => row.some(holdsTable))) return false;
    this.#endLine(path);
    this.#rows += rows.length;
    if (this.#rows > limits.lines) throw tooLarge();
    const cells = rows.map((row) =>
      row.map((cell): StoredCell => ({
        text: cellText(cell),
        colspan: spanOf(cell, 'colspan'),
        rowspan: spanOf(cell, 'rowspan'),
        place: placeOf(cell),
      })),
    );
    this.#push(alignCells(cells), path);
    return true;
  }

  #push(block: SourceBlock, path: readonly Element[]): void {
    if (this.#blocks.length >= limits.lines) throw tooLarge();
    this.#blocks.push({ block, path });
  }
}

function tooLarge(): Refusal {
  return new Refusal('too-large', '网页的段落或表格行太多，不像是一份年度报告。', '单独一份年度报告');
}

function rowsOf(table: Element): Element[][] {
  const rows = table.childNodes.flatMap((node): Element[] => {
    if (!isElement(node)) return [];
    if (node.tagName === 'tr') return [node];
    return node.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'tr');
  });
  return rows.map((row) =>
    row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
  );
}

function holdsTable(element: Element): boolean {
  const open: Element[] = [element];
  for (let next = open.pop(); next; next = open.pop())
    for (const node of next.childNodes) {
      if (!isElement(node)) continue;
      if (node.tagName === 'table') return true;
      open.push(node);
    }
  return false;
}

/** Text of a cell; paragraphs and line breaks within it stay apart. */
function cellText(cell: Element): string {
  let text = '';
  const visit = (nodes: readonly Node[], depth: number): void => {
    if (depth > deepest) throw new Refusal('damaged', '网页的嵌套太深，不像正常的网页。', '网页（.html）');
    for (const node of nodes) {
      if (!isElement(node)) text += 'value' in node ? node.value.replace(/\s+/g, ' ') : '';
      else if (isSeen(node)) {
        const breaks = breaksLine(node);
        if (breaks) text += '\n';
        visit(node.childNodes, depth + 1);
        if (breaks) text += '\n';
      }
    }
  };
  visit(cell.childNodes, 0);
  return text
    .split('\n')
    .map(collapse)
    .filter((line) => line !== '')
    .join('\n');
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return span >= 1 ? span : 1;
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const nowhere: Place = { type: 'text', line: 1, column: 1, length: 0 };

function placeOf({ sourceCodeLocation: at }: Node): Place {
  if (!at) return nowhere;
  return { type: 'text', line: at.startLine, column: at.startCol, length: at.endOffset - at.startOffset };
}
