import type { ListMark } from '../../source/document.ts';
import { attribute, type Element } from './tree.ts';

/** The number or bullet that a page displays before the text of a list item. */
export interface Item {
  readonly number?: string;
  readonly list: ListMark;
}

const holdsItems = ({ tagName }: Element) => tagName === 'ol' || tagName === 'ul' || tagName === 'menu';

/**
 * The list item of an `li`; undefined if it is in no list or the page displays no mark. `path`: the enclosing elements.
 */
export function itemIn(element: Element, path: readonly Element[]): Item | undefined {
  const lists = path.filter(holdsItems);
  const list = lists.at(-1);
  if (!list || /list-style(?:-type)?\s*:[^;]{0,100}none/i.test(attribute(list, 'style') ?? '')) return undefined;
  const level = lists.length - 1;
  if ((attribute(list, 'type') ?? '1') !== '1' && list.tagName === 'ol') return undefined;
  if (list.tagName !== 'ol') return { list: { ordered: false, level } };
  return { number: `${numberOf(element, list)}. `, list: { ordered: true, level } };
}

/** Number of the last item read, by list. */
const numbers = new WeakMap<Element, number>();

/**
 * By the HTML standard: the item's own value, otherwise one more than the item before, beginning with the list's start.
 */
function numberOf(element: Element, list: Element): number {
  const before = numbers.get(list);
  const number = whole(attribute(element, 'value')) ?? (before ?? (whole(attribute(list, 'start')) ?? 1) - 1) + 1;
  numbers.set(list, number);
  return number;
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;
}
