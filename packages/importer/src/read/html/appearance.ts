import type { Run } from '../../source/pieces.ts';
import type { Declarations, StyleSheet } from './style-sheet.ts';
import { attribute, isSeen, type Element } from './tree.ts';

/** The appearance of the text within an element. */
export interface Appearance {
  readonly as: Run['as'];
  /** True if the text takes up space but is not visible, as with `visibility: hidden`. */
  readonly invisible: boolean;
  readonly white: boolean;
  /** True if anything other than white paper is behind the text. */
  readonly shaded: boolean;
}

export const plain: Appearance = { as: 'text', invisible: false, white: false, shaded: false };

const struckTags = new Set(['s', 'strike', 'del']);
const markTags = new Set(['sup', 'sub']);
const tellingTags = new Set([...struckTags, ...markTags]);
const noteClass = /^mso(?:foot|end)notereference$/i;
const noteStyle = /mso-(?:foot|end)note-id/i;
const white = /^(?:white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255\b.*\))$/;

/** Computes the appearance of an element's text inside another element; undefined if the element is not laid out. */
export function appearanceOf(element: Element, around: Appearance, sheet: StyleSheet): Appearance | undefined {
  if (!isSeen(element)) return undefined;
  // The common case: most elements have no attributes and no rules.
  if (element.attrs.length === 0 && !sheet.hasRules && !tellingTags.has(element.tagName)) return around;
  const style = sheet.of(element);
  if (style.size === 0 && !isTelling(element)) return around;
  if (isGone(style)) return undefined;
  const visibility = style.get('visibility');
  const background = `${style.get('background') ?? ''} ${style.get('background-color') ?? ''} ${style.get('background-image') ?? ''} ${attribute(element, 'bgcolor') ?? ''}`;
  const colour = style.get('color') ?? attribute(element, 'color')?.toLowerCase();
  return {
    as: sortOf(element, style, around.as),
    invisible: visibility === undefined || visibility === 'inherit' ? around.invisible : visibility !== 'visible',
    white: colour === undefined ? around.white : white.test(colour),
    shaded: around.shaded || isShading(background),
  };
}

/** True if the text is not visible although it takes up space. */
export function isUnseen({ invisible, white: isWhite, shaded }: Appearance, sheet: StyleSheet): boolean {
  return invisible || (isWhite && !shaded && !sheet.hasOthers);
}

function isTelling({ tagName, attrs }: Element): boolean {
  return tellingTags.has(tagName) || attrs.some(({ name }) => /^(?:bgcolor|color|class|style|href)$/.test(name));
}

function isGone(style: Declarations): boolean {
  const is = (property: string, value: RegExp) => value.test(style.get(property) ?? '');
  return (
    is('display', /^none/) ||
    is('mso-hide', /^all/) ||
    is('mso-element', /^comment/) ||
    is('opacity', /^0(?:\.0+)?%?$/) ||
    is('font-size', /^0(?:\.0+)?(?:px|pt|em|rem|%)?$/) ||
    is('clip', /^rect\(\s*0/) ||
    (is('height', /^0(?:px|pt)?$/) && is('overflow', /^hidden/)) ||
    (is('position', /^(?:absolute|fixed)/) && (is('left', /^-\d{3,}/) || is('top', /^-\d{3,}/))) ||
    is('text-indent', /^-\d{4,}px/)
  );
}

function sortOf(element: Element, style: Declarations, around: Run['as']): Run['as'] {
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (around === 'struck' || struckTags.has(element.tagName) || line.includes('line-through')) return 'struck';
  const align = style.get('vertical-align') ?? '';
  const noteClasses = (attribute(element, 'class') ?? '').split(/\s+/).some((name) => noteClass.test(name));
  if (
    around === 'mark' ||
    markTags.has(element.tagName) ||
    noteClasses ||
    noteStyle.test(attribute(element, 'style') ?? '')
  )
    return 'mark';
  if (!/^(?:td|th|tr|table)$/.test(element.tagName) && /^su(?:per|b)/.test(align)) return 'mark';
  const isRaised =
    /^-?(?:[1-9]|0?\.0*[1-9])[\d.]*(?:px|pt|em|ex|rem|%)/.test(align) ||
    /^-?[1-9]/.test(style.get('mso-text-raise') ?? '') ||
    (style.get('position') === 'relative' && /^-\s*[1-9]/.test(style.get('top') ?? ''));
  return isRaised ? 'shifted' : around;
}

function isShading(background: string): boolean {
  const words = background.trim().split(/\s+/).filter(Boolean);
  return words.some(
    (word) =>
      !/^(?:white|#fff(?:fff)?|transparent|none|inherit|initial|windowtext|0%|auto|repeat|scroll|left|top|no-repeat)$/.test(
        word,
      ),
  );
}
