import { attribute, isElement, type Element } from './tree.ts';

/** Types of input that display the typed value. */
const typed = new Set(['', 'text', 'number', 'tel', 'search', 'url', 'email', 'date', 'month']);

/** The text that a form field displays; undefined for other elements. */
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
