import type { ListMark } from '../../source/document.ts';
import { child, descendant, type Xml } from '../package/xml.ts';
import type { Numbering } from './numbering.ts';

/** A paragraph or table of a document's body, a table's cells holding the same. */
export type BodyItem =
  | { readonly type: 'paragraph'; readonly text: string; readonly list?: ListMark }
  | { readonly type: 'table'; readonly rows: readonly (readonly BodyCell[])[] };

export interface BodyCell {
  readonly content: readonly BodyItem[];
  readonly colspan: number;
  /** Goes on with the cell above or before it. */
  readonly continues: boolean;
  /** So narrow that only a slip of the mouse can have made it. */
  readonly sliver: boolean;
}

/** 2 mm in twips. */
const sliverWidth = 113;
/** Wrappers whose content is read, and what is read of changes: what was put in, not what was taken out. */
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
]);

export function bodyItems(container: Xml, numbering: Numbering): BodyItem[] {
  return container.children.flatMap((element): BodyItem[] => {
    if (element.name === 'p') return paragraph(element, numbering);
    if (element.name === 'tbl') return [table(element, numbering)];
    return wrappers.has(element.name) ? bodyItems(element, numbering) : [];
  });
}

/** A paragraph, and those of text boxes that hang on it. */
function paragraph(element: Xml, numbering: Numbering): BodyItem[] {
  const number = numbering.next(child(element, 'pPr'));
  const boxes: BodyItem[] = [];
  const text = runText(element, (box) => boxes.push(...bodyItems(box, numbering)));
  const { text: before, list } = number;
  return [{ type: 'paragraph', text: text.trim() === '' ? text : before + text, ...(list && { list }) }, ...boxes];
}

const passedOver = new Set(['del', 'moveFrom', 'pPr', 'rPr', 'Fallback', 'instrText', 'rt', 'tbl', 'p']);

function runText(element: Xml, onTextBox: (content: Xml) => void): string {
  let text = '';
  for (const part of element.children) {
    if (part.name === 't') text += part.text;
    else if (part.name === 'tab') text += '\t';
    else if (part.name === 'br' || part.name === 'cr') text += '\n';
    else if (part.name === 'noBreakHyphen') text += '-';
    else if (part.name === 'txbxContent') onTextBox(part);
    else if (part.name === 'r' && isHidden(part)) continue;
    else if (!passedOver.has(part.name)) text += runText(part, onTextBox);
  }
  return text;
}

function isHidden(run: Xml): boolean {
  const vanish = descendant(run, 'rPr', 'vanish');
  return vanish !== undefined && !isOff(vanish);
}

function isOff({ attributes: { val } }: Xml): boolean {
  return val === '0' || val === 'false' || val === 'off';
}

function table(element: Xml, numbering: Numbering): BodyItem {
  const widths = (child(element, 'tblGrid')?.children ?? []).map(({ attributes }) => Number(attributes.w ?? 0));
  return { type: 'table', rows: rowsIn(element).map((row) => cellsOf(row, widths, numbering)) };
}

function rowsIn(element: Xml): Xml[] {
  return element.children.flatMap((part) =>
    part.name === 'tr' ? [part] : wrappers.has(part.name) ? rowsIn(part) : [],
  );
}

function cellsOf(row: Xml, widths: readonly number[], numbering: Numbering): BodyCell[] {
  const before = span(descendant(row, 'trPr', 'gridBefore'), 0);
  const cells: BodyCell[] = before > 0 ? [{ content: [], colspan: before, continues: true, sliver: true }] : [];
  let column = before;
  for (const cell of cellsIn(row)) {
    const properties = child(cell, 'tcPr');
    const colspan = span(child(properties, 'gridSpan'), 1);
    const width = widths.slice(column, column + colspan).reduce((sum, one) => sum + one, 0);
    cells.push({
      content: bodyItems(cell, numbering),
      colspan,
      continues: isContinued(child(properties, 'vMerge')) || isContinued(child(properties, 'hMerge')),
      sliver: width > 0 && width < sliverWidth,
    });
    column += colspan;
  }
  return cells;
}

function cellsIn(row: Xml): Xml[] {
  return row.children.flatMap((part) => (part.name === 'tc' ? [part] : wrappers.has(part.name) ? cellsIn(part) : []));
}

function isContinued(merge: Xml | undefined): boolean {
  return merge !== undefined && merge.attributes.val !== 'restart';
}

function span(element: Xml | undefined, otherwise: number): number {
  const value = Number(element?.attributes.val ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
}
