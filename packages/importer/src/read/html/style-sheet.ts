import { parseSelector, type Selector } from './selectors.ts';
import { attribute, isElement, type Element, type Node } from './tree.ts';

/** Declarations by property name. */
export type Declarations = ReadonlyMap<string, string>;

interface Rule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
  readonly order: number;
}

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

/** Properties that determine whether and how text is visible. */
const relevant =
  /^(?:display|visibility|opacity|text-decoration(?:-line)?|vertical-align|position|top|left|text-indent|font-size|height|overflow|clip|color|background(?:-color|-image)?|mso-hide|mso-text-raise|mso-element)$/;
const maxRules = 2_000;

/** The style sheets embedded in a page, limited to the properties that determine whether text is visible. */
export class StyleSheet {
  readonly #rules: Rule[] = [];
  readonly #known = new WeakMap<Element, Declarations>();
  /** True if the page uses further style sheets that are not available and may set any property. */
  readonly hasOthers: boolean;

  constructor(document: readonly Node[]) {
    let hasOthers = false;
    const open: Node[] = [...document].reverse();
    for (let node = open.pop(); node; node = open.pop()) {
      if (!isElement(node)) continue;
      if (node.tagName === 'style' && !/\bprint\b/i.test(attribute(node, 'media') ?? '')) this.#read(textOf(node));
      hasOthers ||= node.tagName === 'link' && /stylesheet/i.test(attribute(node, 'rel') ?? '');
      open.push(...node.childNodes.toReversed());
    }
    this.hasOthers = hasOthers;
  }

  get hasRules(): boolean {
    return this.#rules.length > 0;
  }

  /** The declarations that apply to an element, including its style attribute. */
  of(element: Element): Declarations {
    if (this.#rules.length === 0 && element.attrs.length === 0) return none;
    let found = this.#known.get(element);
    if (!found) this.#known.set(element, (found = this.#cascade(element)));
    return found;
  }

  #cascade(element: Element): Declarations {
    const inline = attribute(element, 'style');
    if (this.#rules.length === 0 && inline === undefined) return none;
    const hits = this.#rules
      .filter(({ selector }) => selector.matches(element))
      .sort((a, b) => a.selector.specificity - b.selector.specificity || a.order - b.order)
      .flatMap(({ declarations }) => declarations);
    const all = [...hits, ...(inline === undefined ? [] : declarationsIn(inline))];
    const ordered = [...all.filter(({ important }) => !important), ...all.filter(({ important }) => important)];
    return new Map(ordered.map(({ property, value }) => [property, value]));
  }

  #read(css: string): void {
    for (const { prelude, body } of blocksIn(withoutComments(css).replace(/<!--|-->/g, ''))) {
      if (/^@(?:media|supports|layer)/i.test(prelude)) {
        if (!/\bprint\b/i.test(prelude) || /\b(?:screen|all)\b/i.test(prelude)) this.#read(body);
        continue;
      }
      if (prelude.startsWith('@')) continue;
      const declarations = declarationsIn(body);
      if (declarations.length === 0) continue;
      for (const part of prelude.split(',')) {
        const selector = parseSelector(part);
        if (selector && this.#rules.length < maxRules)
          this.#rules.push({ selector, declarations, order: this.#rules.length });
      }
    }
  }
}

const none: Declarations = new Map();

/** Removes the comments of a style sheet in one pass; a comment that is never closed hides nothing. */
function withoutComments(css: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const open = css.indexOf('/*', at);
    const close = open === -1 ? -1 : css.indexOf('*/', open + 2);
    if (close === -1) return kept + css.slice(at);
    kept += css.slice(at, open);
    at = close + 2;
  }
}

function declarationsIn(text: string): Declaration[] {
  return text.split(';').flatMap((part) => {
    const colon = part.indexOf(':');
    const property = part.slice(0, colon).trim().toLowerCase();
    if (colon < 0 || !relevant.test(property)) return [];
    const value = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    return [{ property, value: value.replace(/(?<!\s)\s*!important$/, ''), important: value.endsWith('!important') }];
  });
}

function* blocksIn(css: string): Generator<{ prelude: string; body: string }> {
  for (let at = 0; at < css.length;) {
    const open = css.indexOf('{', at);
    if (open < 0) return;
    let depth = 1;
    let end = open + 1;
    for (; end < css.length && depth > 0; end++) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0;
    const prelude = css.slice(at, open);
    yield { prelude: prelude.slice(prelude.lastIndexOf(';') + 1).trim(), body: css.slice(open + 1, end - 1) };
    at = end;
  }
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
