import type { ListMark } from '../../source/document.ts';
import { child, descendant, type Xml } from '../package/xml.ts';

interface Level {
  readonly format: string;
  /** Text in which %1 to %9 stand for the numbers of the levels. */
  readonly text: string;
  readonly start: number;
}

/** The number before a paragraph, and the list that the paragraph is an item of. */
export interface ParagraphNumber {
  readonly text: string;
  readonly list?: ListMark;
}

/** The number text of a list of plain numbers, such as `1.`. */
const plainNumber = /^%\d[.．、]\s*$/;

/** Computes the automatic numbers of paragraphs ("一、"), which are not stored as text. */
export class Numbering {
  readonly #levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly #styles: ReadonlyMap<string, Xml>;
  readonly #counters = new Map<string, number[]>();

  constructor(numbering: Xml | undefined, styles: Xml | undefined) {
    const abstract = new Map(
      (numbering?.children ?? [])
        .filter(({ name }) => name === 'abstractNum')
        .map((element) => [element.attributes.abstractNumId, levelsOf(element)] as const),
    );
    this.#levels = new Map(
      (numbering?.children ?? [])
        .filter(({ name }) => name === 'num')
        .flatMap((element) => {
          const levels = abstract.get(child(element, 'abstractNumId')?.attributes.val ?? '');
          return levels ? [[element.attributes.numId ?? '', levels] as const] : [];
        }),
    );
    this.#styles = new Map(
      (styles?.children ?? [])
        .filter(({ name }) => name === 'style')
        .map((element) => [element.attributes.styleId ?? '', element] as const),
    );
  }

  /** The number before a paragraph with these properties; empty if it has none. */
  next(properties: Xml | undefined): ParagraphNumber {
    const own = child(properties, 'numPr') ?? this.#ofStyle(child(properties, 'pStyle')?.attributes.val);
    const id = child(own, 'numId')?.attributes.val;
    const levels = id === undefined ? undefined : this.#levels.get(id);
    if (id === undefined || !levels) return { text: '' };
    const at = Number(child(own, 'ilvl')?.attributes.val ?? 0);
    const counters = this.#counters.get(id) ?? [];
    this.#counters.set(id, counters);
    counters.length = Math.min(counters.length, at + 1);
    for (let level = 0; level <= at; level++) {
      const start = levels.get(level)?.start ?? 1;
      if (counters[level] === undefined) counters[level] = level < at ? start : start - 1;
    }
    counters[at] = counters[at]! + 1;
    const level = levels.get(at);
    if (level?.format === 'bullet') return { text: '', list: { ordered: false, level: at } };
    const text = (level?.text ?? '').replace(/%([1-9])/g, (_, digit: string) => {
      const level = Number(digit) - 1;
      return written(counters[level] ?? 1, levels.get(level)?.format ?? 'decimal');
    });
    const isPlain = level?.format.startsWith('decimal') && plainNumber.test(level.text);
    return { text, ...(isPlain && { list: { ordered: true, level: at } }) };
  }

  #ofStyle(name: string | undefined): Xml | undefined {
    const seen = new Set<string>();
    for (let id = name; id !== undefined && !seen.has(id);) {
      seen.add(id);
      const style = this.#styles.get(id);
      const numbered = descendant(style, 'pPr', 'numPr');
      if (numbered) return numbered;
      id = child(style, 'basedOn')?.attributes.val;
    }
    return undefined;
  }
}

function levelsOf(abstract: Xml): ReadonlyMap<number, Level> {
  return new Map(
    abstract.children
      .filter(({ name }) => name === 'lvl')
      .map((level) => [
        Number(level.attributes.ilvl ?? 0),
        {
          format: child(level, 'numFmt')?.attributes.val ?? 'decimal',
          text: child(level, 'lvlText')?.attributes.val ?? '',
          start: Number(child(level, 'start')?.attributes.val ?? 1),
        },
      ]),
  );
}

const chineseDigits = '〇一二三四五六七八九';

function written(value: number, format: string): string {
  if (format === 'none' || format === 'bullet') return '';
  if (!/chinese|japaneseCounting|ideographDigital|taiwanese/i.test(format)) return String(value);
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? chineseDigits[tens] : ''}${tens > 0 ? '十' : ''}${value % 10 > 0 ? chineseDigits[value % 10] : ''}`;
}
