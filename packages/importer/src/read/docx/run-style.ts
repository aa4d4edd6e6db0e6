import { child, type Xml } from '../package/xml.ts';

/**
 * How the properties of a run affect its text. `shifted`: moved off the baseline manually, as some authors do with
 * whole cells.
 */
export type RunSort = 'text' | 'struck' | 'mark' | 'shifted' | 'hidden';

/** The context of a run: the styles of its paragraph and table, and whether anything shades its background. */
export interface RunContext {
  readonly paragraphStyle: string | undefined;
  readonly tableStyle: string | undefined;
  readonly shaded: boolean;
}

interface RunFlags {
  strike?: boolean;
  vanish?: boolean;
  raised?: boolean;
  shifted?: boolean;
  white?: boolean;
  tiny?: boolean;
  shaded?: boolean;
}

const toggles = ['strike', 'vanish'] as const;
/** Values in half points. */
const [smallestSize, smallestShift] = [2, 4];

/** Resolves the properties of runs against the styles of a document. */
export class RunStyles {
  readonly #styles: ReadonlyMap<string, Xml>;
  readonly #known = new Map<string, RunFlags>();
  readonly #plain = new Map<string, boolean>();
  readonly #defaults: RunFlags;
  readonly #defaultParagraph: string | undefined;

  constructor(styles: Xml | undefined) {
    const all = (styles?.children ?? []).filter(({ name }) => name === 'style');
    this.#styles = new Map(all.map((style) => [style.attributes.styleId ?? '', style]));
    this.#defaults = flagsOf(child(child(child(styles, 'docDefaults'), 'rPrDefault'), 'rPr'));
    this.#defaultParagraph = all.find(
      ({ attributes }) =>
        attributes.type === 'paragraph' && attributes.default !== undefined && isYes(attributes.default),
    )?.attributes.styleId;
  }

  sortOf(run: Xml, { paragraphStyle, tableStyle, shaded }: RunContext): RunSort {
    const properties = child(run, 'rPr');
    // The common case: a run without properties whose paragraph and table styles do not affect it.
    if (!properties && this.#isPlain(paragraphStyle, tableStyle) && run.children.every(({ name }) => name === 't'))
      return 'text';
    if (child(properties, 'del') || child(properties, 'moveFrom')) return 'hidden';
    const direct = flagsOf(properties);
    const styles = [
      tableStyle,
      paragraphStyle ?? this.#defaultParagraph,
      child(properties, 'rStyle')?.attributes.val,
    ].map((name) => this.#ofStyle(name));
    const flags: RunFlags = Object.assign({}, this.#defaults, ...styles, direct);
    // A toggle property that is set by two kinds of style is off.
    for (const toggle of toggles)
      flags[toggle] =
        direct[toggle] ?? (styles.filter((style) => style[toggle]).length % 2 === 1 || this.#defaults[toggle]);
    if (flags.vanish || flags.tiny || (flags.white && !flags.shaded && !shaded)) return 'hidden';
    if (flags.strike) return 'struck';
    if (flags.raised || run.children.some(({ name }) => /^(?:foot|end)note(?:Reference|Ref)$/.test(name)))
      return 'mark';
    return flags.shifted ? 'shifted' : 'text';
  }

  /** True if a style shades anything, including its conditional parts. */
  shades(style: string | undefined): boolean {
    return this.#chain(style).some((one) => holdsShading(one));
  }

  #isPlain(paragraphStyle: string | undefined, tableStyle: string | undefined): boolean {
    const key = `${paragraphStyle ?? ''}\n${tableStyle ?? ''}`;
    let isPlain = this.#plain.get(key);
    if (isPlain === undefined) {
      const all = [this.#defaults, this.#ofStyle(tableStyle), this.#ofStyle(paragraphStyle ?? this.#defaultParagraph)];
      isPlain = all.every((flags) => Object.values(flags).every((value) => !value));
      this.#plain.set(key, isPlain);
    }
    return isPlain;
  }

  #ofStyle(name: string | undefined): RunFlags {
    if (name === undefined) return {};
    let flags = this.#known.get(name);
    if (!flags) {
      flags = Object.assign(
        {},
        ...this.#chain(name)
          .reverse()
          .map((style) => flagsOf(child(style, 'rPr'))),
      ) as RunFlags;
      this.#known.set(name, flags);
    }
    return flags;
  }

  #chain(name: string | undefined): Xml[] {
    const chain: Xml[] = [];
    for (let id = name; id !== undefined;) {
      const style = this.#styles.get(id);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      id = child(style, 'basedOn')?.attributes.val;
    }
    return chain;
  }
}

function flagsOf(properties: Xml | undefined): RunFlags {
  const flags: RunFlags = {};
  for (const { name, attributes } of properties?.children ?? []) {
    const { val = '' } = attributes;
    if (name === 'strike' || name === 'dstrike') flags.strike = isYes(attributes.val) || flags.strike === true;
    else if (name === 'vanish') flags.vanish = isYes(attributes.val);
    else if (name === 'vertAlign') flags.raised = val === 'superscript' || val === 'subscript';
    else if (name === 'position') flags.shifted = Math.abs(parseFloat(val)) >= smallestShift;
    else if (name === 'sz') flags.tiny = parseFloat(val) <= smallestSize;
    else if (name === 'color') flags.white = isWhite(val, attributes);
    else if (name === 'shd') flags.shaded = isShading(attributes);
    else if (name === 'highlight') flags.shaded = val !== 'none' && val !== 'white';
  }
  return flags;
}

function isWhite(val: string, { themeColor, themeShade }: Readonly<Record<string, string>>): boolean {
  if (themeColor !== undefined) return /^(?:background1|light1|bg1)$/.test(themeColor) && themeShade === undefined;
  return /^(?:fff(?:fff)?|white)$/i.test(val.replace('#', ''));
}

/** True if a shading differs from white paper. */
export function isShading({ fill = 'auto', val = 'clear', themeFill }: Readonly<Record<string, string>>): boolean {
  return themeFill !== undefined || !/^(?:auto|f{6})?$/i.test(fill) || !/^(?:clear|nil)?$/.test(val);
}

function holdsShading({ name, attributes, children }: Xml): boolean {
  return (name === 'shd' && isShading(attributes)) || children.some(holdsShading);
}

/** True if an on/off element is on: it is present without a negative value. */
export function isYes(val: string | undefined): boolean {
  return val !== '0' && val !== 'false' && val !== 'off' && val !== 'none';
}
