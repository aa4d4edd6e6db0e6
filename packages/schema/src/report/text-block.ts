/** One block of a report's running text. */
export type TextBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string; readonly level: number }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }
  | TextList;

/** A list: items with a bullet each, or numbered 1, 2, 3. An item may hold one list more, and no deeper one. */
export interface TextList {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list; absent for 1. */
  readonly start?: number;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** One line without its bullet or number. */
  readonly text: string;
  readonly list?: NestedList;
}

export interface NestedList {
  readonly ordered: boolean;
  readonly start?: number;
  readonly items: readonly string[];
}

/** One line of text with no blanks around it: an item that an editor shows and reads back as a line. */
export const itemPattern = /^\S(?:[^\n\r\u2028\u2029]*\S)?$/;

/** A line of a list. */
export interface ListLine {
  readonly text: string;
  /** 0 for an item of the list itself, 1 for one of the list inside an item. */
  readonly depth: 0 | 1;
  /** Number of an ordered item, undefined for a bullet. */
  readonly number: number | undefined;
  /** Offset of its text in the text of the block. */
  readonly offset: number;
}

/**
 * The items of a list in reading order, nested ones after their item.
 * @param list a list of at most two levels
 * @returns one line for each item, with its level and number
 * @example listLines({ type: 'list', ordered: false, items: [] }) // []
 */
export function listLines(list: TextList): ListLine[] {
  const lines: ListLine[] = [];
  let offset = 0;
  const add = (text: string, depth: 0 | 1, { ordered, start = 1 }: NestedList | TextList, at: number) => {
    lines.push({ text, depth, number: ordered ? start + at : undefined, offset });
    offset += text.length + 1;
  };
  list.items.forEach((item, at) => {
    add(item.text, 0, list, at);
    item.list?.items.forEach((text, inner) => add(text, 1, item.list!, inner));
  });
  return lines;
}

/**
 * The words of a block: offsets of a `TextPlace` count in them. Items of a list and rows of a table are lines,
 * cells are set apart by tabs.
 * @param block a paragraph, heading, list or table
 * @returns its words, lines separated by \n and cells by \t
 * @example blockText({ type: 'paragraph', text: '无。' }) // '无。'
 */
export function blockText(block: TextBlock): string {
  switch (block.type) {
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n');
    case 'list':
      return listLines(block)
        .map(({ text }) => text)
        .join('\n');
    default:
      return block.text;
  }
}
