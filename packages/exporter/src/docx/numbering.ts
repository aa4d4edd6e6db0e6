import type { DocumentBlock, DocumentList } from '../document/document.ts';
import { element, xmlDeclaration } from '../package/xml.ts';
import { wordNamespace } from './styles.ts';
import { indent } from './units.ts';

/** Every list has a numbering of its own, so that each begins where it should. */
export interface Numbering {
  /** Number of a list's numbering, from 1. */
  idOf(list: DocumentList): number;
  readonly part: string;
}

/** Numberings for all lists of a document, nested ones included. */
export function numberingOf(blocks: readonly DocumentBlock[]): Numbering {
  const ids = new Map<DocumentList, number>();
  const visit = (list: DocumentList) => {
    ids.set(list, ids.size + 1);
    for (const { list: inner } of list.items) if (inner) visit(inner);
  };
  for (const block of blocks) if (block.type === 'list') visit(block);
  const lists = [...ids];
  return {
    idOf: (list) => ids.get(list)!,
    part:
      xmlDeclaration +
      element(
        'w:numbering',
        { 'xmlns:w': wordNamespace },
        ...lists.map(([list, id]) => abstractNumbering(list, id)),
        ...lists.map(([, id]) => element('w:num', { 'w:numId': id }, element('w:abstractNumId', { 'w:val': id }))),
      ),
  };
}

function abstractNumbering({ ordered, start }: DocumentList, id: number): string {
  return element(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    element('w:multiLevelType', { 'w:val': 'multilevel' }),
    ...[0, 1].map((level) =>
      element(
        'w:lvl',
        { 'w:ilvl': level },
        element('w:start', { 'w:val': start }),
        element('w:numFmt', { 'w:val': ordered ? 'decimal' : 'bullet' }),
        // The number is part of the line: items begin two characters in and go on at the margin, as paragraphs do.
        element('w:suff', { 'w:val': 'space' }),
        element('w:lvlText', { 'w:val': ordered ? `%${level + 1}.` : '•' }),
        element('w:lvlJc', { 'w:val': 'left' }),
        element('w:pPr', {}, element('w:ind', { 'w:left': 0, 'w:firstLine': indent * (level + 1) })),
      ),
    ),
  );
}
