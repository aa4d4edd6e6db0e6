import { limits, listLines, type ListItem, type NestedList, type TextList } from '@gongkai/schema';

/** `- item` or `1. item`; two blanks before it, or more, put it into the item above. */
const pattern = /^(\s*)(?:-|(\d{1,5})\.)[^\S\n]+(?=\S)/u;

/** Whether a line of a text field is an item of a list. */
export function isListLine(line: string): boolean {
  return pattern.test(line);
}

/** A block as its lines are edited, and where the text of each line begins: in them (`shown`) and in the block (`own`). */
export interface Formatted {
  readonly text: string;
  readonly starts: readonly { readonly shown: number; readonly own: number }[];
}

/** The lines of a list as they are edited. */
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

/** Lines of items as lists: another one begins where bullets and numbers change. */
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

/** A tab and a full-width blank are as wide as two. */
function widthOf(indent: string): number {
  return indent.replace(/[\t\u3000]/g, '  ').length;
}
