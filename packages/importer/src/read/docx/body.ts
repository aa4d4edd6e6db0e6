import type { ListMark } from '../../source/document.ts';
import { contentOf, piecesOf, type CellContent, type Run } from '../../source/pieces.ts';
import { child, descendant, type Xml } from '../package/xml.ts';
import type { Numbering, ParagraphNumber } from './numbering.ts';
import { paragraphContent } from './paragraph.ts';
import { isShading, isYes, type RunContext, type RunStyles } from './run-style.ts';

/** A paragraph, table or embedded document in the body of a document; the cells of a table hold the same items. */
export type BodyItem =
  | { readonly type: 'paragraph'; readonly text: string; readonly list?: ListMark }
  | { readonly type: 'table'; readonly rows: readonly (readonly BodyCell[])[] }
  | { readonly type: 'chunk'; readonly id: string };

export interface BodyCell {
  readonly content: readonly BodyItem[];
  /** The paragraphs of the cell, read as the cell of a figure. */
  readonly figure: CellContent;
  readonly colspan: number;
  /** True if the cell continues the one above or before it. */
  readonly continues: boolean;
  /** True if the cell is so narrow that it can only have been made by accident. */
  readonly sliver: boolean;
}

/** Styles that the parts of a document define for its paragraphs. */
export interface BodyStyles {
  readonly numbering: Numbering;
  readonly runs: RunStyles;
}

/** 2 mm in twips, and a row height at which nothing is visible. */
const [sliverWidth, sliverHeight] = [113, 40];
/** Wrapper elements whose content is read. Of tracked changes, insertions are read and deletions are not. */
const wrappers = new Set([
  'sdt',
  'sdtContent',
  'ins',
  'moveTo',
  'customXml',
  'smartTag',
  'body',
  'AlternateContent',
  'Choice',
  'sect',
  'sub-section',
  'annotation',
  'content',
]);

const isWrapper = ({ name, attributes: { type = '' } }: Xml) => wrappers.has(name) && !/Deletion|Comment/.test(type);

interface Surroundings {
  readonly tableStyle: string | undefined;
  readonly shaded: boolean;
}

/** The items of a body without deleted or hidden content. */
export function bodyItems(container: Xml, styles: BodyStyles): BodyItem[] {
  return itemsOf(container, styles, { tableStyle: undefined, shaded: false });
}

function itemsOf(container: Xml, styles: BodyStyles, around: Surroundings): BodyItem[] {
  return paragraphsAndTables(container).flatMap((element): BodyItem[] => {
    if (element.name === 'tbl') return [table(element, styles, around)];
    if (element.name === 'altChunk') return [{ type: 'chunk', id: element.attributes.id ?? '' }];
    const { number, pieces, boxes } = paragraph(element, styles, around);
    const { text } = contentOf(piecesOf(pieces), (one) => one);
    return [
      {
        type: 'paragraph',
        text: text.trim() === '' ? text : number.text + text,
        ...(number.list && { list: number.list }),
      },
      ...boxes.flatMap((box) => itemsOf(box, styles, around)),
    ];
  });
}

/** The paragraphs and tables of a container; a paragraph whose end is deleted continues in the next one. */
function paragraphsAndTables(container: Xml): Xml[] {
  const found: Xml[] = [];
  let open: Xml | undefined;
  for (const element of flat(container)) {
    const whole =
      open && element.name === 'p'
        ? {
            ...open,
            children: [...open.children.filter(({ name }) => name !== 'pPr'), ...element.children],
          }
        : element;
    if (open && element.name !== 'p') found.push(open);
    open = undefined;
    const mark = descendant(element, 'pPr', 'rPr');
    if (element.name === 'p' && (child(mark, 'del') || child(mark, 'moveFrom'))) open = whole;
    else found.push(whole);
  }
  if (open) found.push(open);
  return found;
}

function flat(container: Xml): Xml[] {
  return container.children.flatMap((element) => {
    if (element.name === 'p' || element.name === 'tbl' || element.name === 'altChunk') return [element];
    return isWrapper(element) ? flat(element) : [];
  });
}

interface Paragraph {
  readonly number: ParagraphNumber;
  readonly pieces: readonly Run[];
  readonly boxes: readonly Xml[];
  readonly hasPicture: boolean;
}

function paragraph(element: Xml, { numbering, runs }: BodyStyles, { tableStyle, shaded }: Surroundings): Paragraph {
  const properties = child(element, 'pPr');
  const paragraphStyle = child(properties, 'pStyle')?.attributes.val;
  const context: RunContext = {
    paragraphStyle,
    tableStyle,
    shaded: shaded || isShaded(properties) || runs.shades(paragraphStyle),
  };
  return { number: numbering.next(properties), ...paragraphContent(element, runs, context) };
}

function isShaded(properties: Xml | undefined): boolean {
  const shading = child(properties, 'shd');
  return shading !== undefined && isShading(shading.attributes);
}

function table(element: Xml, styles: BodyStyles, around: Surroundings): BodyItem {
  const widths = (child(element, 'tblGrid')?.children ?? []).map(({ attributes }) => Number(attributes.w ?? 0));
  const properties = child(element, 'tblPr');
  const tableStyle = child(properties, 'tblStyle')?.attributes.val;
  const inside = {
    tableStyle,
    shaded: around.shaded || isShaded(properties) || styles.runs.shades(tableStyle),
  };
  return {
    type: 'table',
    rows: rowsIn(element)
      .filter((row) => !isGone(child(row, 'trPr')))
      .map((row) => cellsOf(row, widths, styles, inside)),
  };
}

/** True if a row is deleted, hidden, or too low to be visible. */
function isGone(properties: Xml | undefined): boolean {
  return (properties?.children ?? []).some(({ name, attributes }) => {
    if (name === 'del' || name === 'moveFrom') return true;
    if (name === 'annotation') return /Deletion/.test(attributes.type ?? '');
    if (name === 'hidden') return isYes(attributes.val);
    return (
      name === 'trHeight' &&
      (attributes.hRule ?? attributes['h-rule']) === 'exact' &&
      Number(attributes.val ?? 0) < sliverHeight
    );
  });
}

function rowsIn(element: Xml): Xml[] {
  return element.children.flatMap((part) => (part.name === 'tr' ? [part] : isWrapper(part) ? rowsIn(part) : []));
}

function cellsOf(row: Xml, widths: readonly number[], styles: BodyStyles, inside: Surroundings): BodyCell[] {
  const before = span(descendant(row, 'trPr', 'gridBefore'), 0);
  const cells: BodyCell[] =
    before > 0 ? [{ content: [], figure: { text: '' }, colspan: before, continues: true, sliver: true }] : [];
  let column = before;
  for (const cell of cellsIn(row)) {
    const properties = child(cell, 'tcPr');
    if (child(properties, 'cellDel')) continue;
    const colspan = span(child(properties, 'gridSpan'), 1);
    const width = widths.slice(column, column + colspan).reduce((sum, one) => sum + one, 0);
    const around = { ...inside, shaded: inside.shaded || isShaded(properties) };
    cells.push({
      ...cellContent(cell, styles, around),
      colspan,
      continues: isContinued(properties, 'vMerge') || isContinued(properties, 'hMerge'),
      sliver: width > 0 && width < sliverWidth,
    });
    column += colspan;
  }
  return cells;
}

function cellContent(cell: Xml, styles: BodyStyles, around: Surroundings): Pick<BodyCell, 'content' | 'figure'> {
  const content: BodyItem[] = [];
  const pieces: Run[] = [];
  const floating: BodyItem[] = [];
  let [hasPicture, numbers] = [false, ''];
  for (const element of paragraphsAndTables(cell)) {
    if (element.name === 'tbl') content.push(table(element, styles, around));
    else if (element.name === 'altChunk') content.push({ type: 'chunk', id: element.attributes.id ?? '' });
    else {
      const found = paragraph(element, styles, around);
      const own = contentOf(piecesOf(found.pieces), (one) => one).text;
      const { text: before, list } = found.number;
      const number = own.trim() === '' ? '' : before;
      numbers += number;
      content.push({ type: 'paragraph', text: number + own, ...(list && { list }) });
      if (pieces.length > 0) pieces.push({ text: '\n', as: 'text' });
      pieces.push({ text: number, as: 'text' }, ...found.pieces);
      floating.push(...found.boxes.flatMap((box) => itemsOf(box, styles, around)));
      hasPicture ||= found.hasPicture;
    }
  }
  content.push(...floating);
  return { content, figure: figureOf(contentOf(piecesOf(pieces), tidy), floating, hasPicture, numbers) };
}

/** A cell without text may hold its figure in a text box or a picture. */
function figureOf(
  content: CellContent,
  floating: readonly BodyItem[],
  hasPicture: boolean,
  numbers: string,
): CellContent {
  if (content.text !== '')
    return numbers !== '' && /^[\d.,\s、]+$/u.test(content.text)
      ? { ...content, unsure: `带有自动编号“${numbers}”` }
      : content;
  const boxed = tidy(floating.map((item) => (item.type === 'paragraph' ? item.text : '')).join('\n'));
  if (boxed !== '') return /\d/.test(boxed) ? { text: boxed, unsure: '数字写在浮动的文本框里' } : { text: boxed };
  return hasPicture ? { text: '', unsure: '单元格里是图片' } : content;
}

/** The paragraphs of a cell, each trimmed, without empty ones. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function cellsIn(row: Xml): Xml[] {
  return row.children.flatMap((part) => (part.name === 'tc' ? [part] : isWrapper(part) ? cellsIn(part) : []));
}

/** Word 2003 writes the names of merges in lower case. */
function isContinued(properties: Xml | undefined, name: 'vMerge' | 'hMerge'): boolean {
  const merge = child(properties, name) ?? child(properties, name.toLowerCase());
  return merge !== undefined && merge.attributes.val !== 'restart';
}

function span(element: Xml | undefined, otherwise: number): number {
  const value = Number(element?.attributes.val ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
}
