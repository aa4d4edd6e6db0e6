import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;
export type Node = Tree.ChildNode;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** Elements whose content is not displayed as text. */
const unseen = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'iframe',
  'object',
  'button',
  'datalist',
  'rt',
  'rp',
  'rtc',
  'canvas',
  'audio',
  'video',
]);

export function isSeen(element: Element): boolean {
  return !unseen.has(element.tagName) && attribute(element, 'hidden') === undefined;
}

const inline = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i input ins kbd label mark o:p q rb ruby s samp select small span strike strong sub sup textarea time tt u var'.split(
    ' ',
  ),
);

/** True if the element starts a new line. */
export function breaksLine({ tagName }: Element): boolean {
  return !inline.has(tagName);
}
