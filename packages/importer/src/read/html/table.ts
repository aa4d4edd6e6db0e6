import type { StoredCell } from '../../source/grid.ts';
import { limits } from '../../source/limits.ts';
import { contentOf, piecesOf, type CellContent, type Run } from '../../source/pieces.ts';
import { Refusal } from '../../source/refusal.ts';
import { appearanceOf, isUnseen, plain, type Appearance } from './appearance.ts';
import { fieldText } from './fields.ts';
import { placeOf } from './location.ts';
import type { StyleSheet } from './style-sheet.ts';
import { attribute, breaksLine, isElement, type Element, type Node } from './tree.ts';

/** A row with those of its cells that are laid out. */
export interface Row {
  readonly cells: readonly { readonly cell: Element; readonly appearance: Appearance }[];
}

/** The visible rows of a table. */
export function rowsOf(table: Element, around: Appearance, sheet: StyleSheet): Row[] {
  const rows: Row[] = [];
  const visit = (parent: Element, appearance: Appearance, depth: number) => {
    for (const node of parent.childNodes) {
      if (!isElement(node)) continue;
      const own = appearanceOf(node, appearance, sheet);
      // A collapsed row takes up no space, unlike an invisible one.
      if (!own || sheet.of(node).get('visibility') === 'collapse') continue;
      if (node.tagName === 'tr') rows.push({ cells: cellsIn(node, own, sheet) });
      else if (depth === 0) visit(node, own, 1);
    }
  };
  visit(table, around, 0);
  return rows;
}

function cellsIn(row: Element, around: Appearance, sheet: StyleSheet): Row['cells'] {
  return row.childNodes.flatMap((node) => {
    if (!isElement(node) || (node.tagName !== 'td' && node.tagName !== 'th')) return [];
    const appearance = appearanceOf(node, around, sheet);
    return appearance ? [{ cell: node, appearance }] : [];
  });
}

/** Grid columns that a spreadsheet program hides by their `col` element. */
export function hiddenColumns(table: Element, sheet: StyleSheet): ReadonlySet<number> {
  const columns = table.childNodes
    .filter(isElement)
    .flatMap((node) => (node.tagName === 'colgroup' ? node.childNodes.filter(isElement) : [node]))
    .filter(({ tagName }) => tagName === 'col');
  const hidden = new Set<number>();
  let at = 0;
  for (const column of columns) {
    const end = Math.min(at + spanOf(column, 'span'), limits.cells);
    const isHidden = !appearanceOf(column, plain, sheet) || sheet.of(column).get('visibility') === 'collapse';
    for (; at < end; at++) if (isHidden) hidden.add(at);
  }
  return hidden;
}

/** The cells of a row with their text. */
export function cellsOf({ cells }: Row, sheet: StyleSheet, maxDepth: number): StoredCell[] {
  return cells.map(({ cell, appearance }) => ({
    ...cellContent(cell, appearance, sheet, maxDepth),
    colspan: spanOf(cell, 'colspan'),
    rowspan: spanOf(cell, 'rowspan'),
    place: placeOf(cell),
  }));
}

export function holdsTable(element: Element): boolean {
  const open: Element[] = [element];
  for (let next = open.pop(); next; next = open.pop())
    for (const node of next.childNodes) {
      if (!isElement(node)) continue;
      if (node.tagName === 'table') return true;
      open.push(node);
    }
  return false;
}

/** The content of a cell; its paragraphs and line breaks are kept separate. */
function cellContent(cell: Element, around: Appearance, sheet: StyleSheet, maxDepth: number): CellContent {
  const [only, another] = cell.childNodes;
  if (!another && around.as === 'text' && !isUnseen(around, sheet)) {
    if (!only) return { text: '' };
    if ('value' in only) return { text: tidy(only.value.replace(/\s+/g, ' ')) };
  }
  const runs: Run[] = [];
  let hasPicture = false;
  const visit = (nodes: readonly Node[], appearance: Appearance, depth: number): void => {
    if (depth > maxDepth) throw new Refusal('damaged', '网页的嵌套太深，不像正常的网页。', '网页（.html）');
    const unseen = isUnseen(appearance, sheet);
    const { as } = appearance;
    for (const node of nodes) {
      if (!isElement(node)) {
        if ('value' in node && !unseen) runs.push({ text: node.value.replace(/\s+/g, ' '), as });
        continue;
      }
      const own = appearanceOf(node, appearance, sheet);
      if (!own) continue;
      const field = fieldText(node);
      if (field !== undefined) {
        if (!isUnseen(own, sheet)) runs.push({ text: field, as: own.as });
        continue;
      }
      hasPicture ||= node.tagName === 'img' && !isUnseen(own, sheet) && isLarge(node);
      const breaks = breaksLine(node);
      if (breaks) runs.push({ text: '\n', as: own.as });
      visit(node.childNodes, isNoteLink(node) && own.as === 'text' ? { ...own, as: 'shifted' } : own, depth + 1);
      if (breaks) runs.push({ text: '\n', as: own.as });
    }
  };
  visit(cell.childNodes, around, 0);
  const content = contentOf(piecesOf(runs), tidy);
  return content.text === '' && hasPicture ? { text: '', unsure: '单元格里是图片' } : content;
}

function tidy(text: string): string {
  if (!text.includes('\n')) return text.replace(/\s+/gu, ' ').trim();
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A link to a position on the same page leads to a note. */
function isNoteLink(element: Element): boolean {
  return element.tagName === 'a' && /^#./.test(attribute(element, 'href') ?? '');
}

/** True if the picture is larger than the spacer images of web pages. */
function isLarge(picture: Element): boolean {
  return ![attribute(picture, 'width'), attribute(picture, 'height')].some(
    (size) => size !== undefined && parseFloat(size) <= 3,
  );
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan' | 'span'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return span >= 1 ? span : 1;
}
