import { parse } from 'parse5';
import type { SourceBlock, SourceDocument } from '../../source/document.ts';
import { alignCells, withoutColumns } from '../../source/grid.ts';
import { limits } from '../../source/limits.ts';
import { note } from '../../source/note.ts';
import { contentOf, piecesOf, type Run } from '../../source/pieces.ts';
import type { Place } from '../../source/place.ts';
import { Refusal } from '../../source/refusal.ts';
import { decodeText } from '../text/decode.ts';
import { appearanceOf, isUnseen, plain, type Appearance } from './appearance.ts';
import { declaredCharset } from './charset.ts';
import { fieldText } from './fields.ts';
import { itemIn, type Item } from './list-item.ts';
import { placeOf, nowhere } from './location.ts';
import { StyleSheet } from './style-sheet.ts';
import { cellsOf, hiddenColumns, holdsTable, rowsOf } from './table.ts';
import { breaksLine, isElement, type Element, type Node } from './tree.ts';

/** Maximum nesting depth; no real page reaches it. */
const maxDepth = 400;

/**
 * Reads a web page or the HTML of a clipboard: paragraphs, and tables with their spans. Hidden and struck-out content
 * is left out. Scripts are not run and links are not followed. `charset`: encoding known from elsewhere, such as a
 * header.
 * @throws Refusal
 */
export function readHtml(input: Uint8Array | string, charset?: string): SourceDocument {
  const { text, encoding } =
    typeof input === 'string'
      ? { text: input, encoding: 'utf-8' }
      : decodeText(input, charset ?? declaredCharset(input));
  const { childNodes } = parse(text, { sourceCodeLocationInfo: true });
  const page = new Page(new StyleSheet(childNodes));
  page.walk(childNodes, [], plain, 0);
  return {
    blocks: page.content(),
    notes:
      encoding.toLowerCase() === 'utf-8'
        ? []
        : [note('encoding', 'info', `文字按 ${encoding.toUpperCase()} 编码读取。`)],
  };
}

/** The content of a page in reading order, each block with its enclosing elements. */
class Page {
  readonly #blocks: { readonly block: SourceBlock; readonly path: readonly Element[] }[] = [];
  readonly #sheet: StyleSheet;
  #line: Run[] = [];
  #place: Place | undefined;
  #rows = 0;
  /** The current list item, until its first line ends. */
  #item: Item | undefined;

  constructor(sheet: StyleSheet) {
    this.#sheet = sheet;
  }

  walk(nodes: readonly Node[], path: readonly Element[], around: Appearance, depth: number): void {
    if (depth > maxDepth) throw new Refusal('damaged', '网页的嵌套太深，不像正常的网页。', '网页（.html）');
    for (const node of nodes) {
      if (isElement(node)) this.#element(node, path, around, depth);
      else if (node.nodeName === '#text' && 'value' in node && !isUnseen(around, this.#sheet))
        this.#write(node.value, around, node);
    }
  }

  /**
   * The blocks up to the end of the element that holds the tables; the remaining blocks belong to the frame of the
   * site.
   */
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
    // A small metadata table may be outside the article.
    const holder = largest.findLast((element) => cells.get(element)! * 10 >= all * 9);
    const last = this.#blocks.findLastIndex(({ path }) => holder !== undefined && path.includes(holder));
    const cutsTable = this.#blocks.slice(last + 1).some(({ block }) => block.type === 'grid');
    return (last < 0 || cutsTable ? this.#blocks : this.#blocks.slice(0, last + 1)).map(({ block }) => block);
  }

  #element(element: Element, path: readonly Element[], around: Appearance, depth: number): void {
    const appearance = appearanceOf(element, around, this.#sheet);
    if (!appearance) return;
    if (element.tagName === 'br') return this.#endLine(path);
    const field = fieldText(element);
    if (field !== undefined) {
      if (!isUnseen(appearance, this.#sheet)) this.#write(field, appearance, element);
      return;
    }
    if (element.tagName === 'table' && this.#table(element, path, appearance)) return;
    const breaks = breaksLine(element);
    const inside = breaks ? [...path, element] : path;
    if (breaks) this.#endLine(path);
    if (element.tagName === 'li') this.#item = itemIn(element, path);
    this.walk(element.childNodes, inside, appearance, depth + 1);
    if (breaks) this.#endLine(inside);
  }

  #write(text: string, { as }: Appearance, node: Node): void {
    this.#line.push({ text, as });
    if (text.trim() !== '') this.#place ??= placeOf(node);
  }

  #endLine(path: readonly Element[]): void {
    const { text } = contentOf(piecesOf(this.#line), collapse);
    if (text !== '') {
      const { number = '', list } = this.#item ?? {};
      const place = this.#place ?? nowhere;
      this.#push({ type: 'text', text: number + text, extent: 'paragraph', place, ...(list && { list }) }, path);
      this.#item = undefined;
    }
    this.#line = [];
    this.#place = undefined;
  }

  /** Converts a data table into a grid; a layout table is walked like any other element. */
  #table(table: Element, path: readonly Element[], around: Appearance): boolean {
    const rows = rowsOf(table, around, this.#sheet);
    if (
      !rows.some(({ cells }) => cells.length > 1) ||
      rows.some(({ cells }) => cells.some(({ cell }) => holdsTable(cell)))
    )
      return false;
    this.#endLine(path);
    this.#rows += rows.length;
    if (this.#rows > limits.lines) throw tooLarge();
    const grid = alignCells(rows.map((row) => cellsOf(row, this.#sheet, maxDepth)));
    this.#push(withoutColumns(grid, hiddenColumns(table, this.#sheet)), path);
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

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
