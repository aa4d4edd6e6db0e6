import { limits, listLines, type ListItem, type NestedList, type TextList } from '@gongkai/schema';

/** `- item` or `1. item`; an indent of two spaces or more makes it a subitem of the item above. */
const pattern = /^(\s*)(?:-|(\d{1,5})\.)[^\S\n]+(?=\S)/u;

/** True if a line of a text field is an item of a list. */
export function isListLine(line: string): boolean {
  return pattern.test(line);
}

/**
 * The lines of a block for editing, and the start of each line in the edited text (`shown`) and in the block (`own`).
 */
export interface Formatted {
  readonly text: string;
  readonly starts: readonly { readonly shown: number; readonly own: number }[];
}

/** Formats a list as lines for editing. */
export function formatList(list: TextList): Formatted {
  let text = '';
  let outer = '';
  const starts = listLines(list).map(({ text: words, depth, number, offset }) => {
    const marker = number === undefined ? '- ' : `${number}. `;
    if (depth === 0) outer = number === undefined ? '  ' : '   ';
    text += `${text === '' ? '' : '\n'}${depth === 1 ? outer : ''}${marker}`;
    const shown = text.length;
    text += words;
    return { shown, own: offset };
  });
  return { text, starts };
}

interface OpenList {
  readonly ordered: boolean;
  readonly start?: number;
}

/** Parses lines of items as lists. A new list starts where the lines change between bullets and numbers. */
export function parseLists(lines: readonly string[]): TextList[] {
  const lists: (OpenList & { type: 'list'; items: (ListItem & { list?: OpenList & { items: string[] } })[] })[] = [];
  for (const line of lines) {
    const [marker, indent, number] = pattern.exec(line)!;
    const text = line.slice(marker.length).trim();
    const ordered = number !== undefined;
    const start = Math.min(Number(number ?? 1), limits.lastItemNumber);
    const opened: OpenList = { ordered, ...(start > 1 ? { start } : {}) };
    const last = lists.at(-1);
    if (last && widthOf(indent!) >= 2) {
      const item = last.items.at(-1)!;
      if (item.list) item.list.items.push(text);
      else item.list = { ...opened, items: [text] } satisfies NestedList;
    } else if (last?.ordered === ordered) last.items.push({ text });
    else lists.push({ type: 'list', ...opened, items: [{ text }] });
  }
  return lists;
}

/** Width of an indent in spaces. A tab and a full-width space count as two. */
function widthOf(indent: string): number {
  return indent.replace(/[\t\u3000]/g, '  ').length;
}
