import { attribute, isElement, type Element } from './tree.ts';

/** Kinds of input that show what was typed. */
const typed = new Set(['', 'text', 'number', 'tel', 'search', 'url', 'email', 'date', 'month']);

/** The text that a form field shows; undefined for an element that is none. */
export function fieldText(element: Element): string | undefined {
  if (element.tagName === 'input')
    return typed.has((attribute(element, 'type') ?? '').toLowerCase()) ? (attribute(element, 'value') ?? '') : '';
  if (element.tagName === 'textarea') return textOf(element);
  if (element.tagName !== 'select') return undefined;
  const options = optionsOf(element);
  const chosen = options.findLast((option) => attribute(option, 'selected') !== undefined) ?? options[0];
  return chosen ? textOf(chosen).trim() : '';
}

function optionsOf(element: Element): Element[] {
  return element.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === 'option' ? [child] : child.tagName === 'optgroup' ? optionsOf(child) : []));
}

function textOf(element: Element): string {
  return element.childNodes
    .map((node) => ('value' in node ? node.value : isElement(node) ? textOf(node) : ''))
    .join('');
}
