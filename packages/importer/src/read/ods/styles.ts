import type { Piece } from '../../source/pieces.ts';
import { child, type Xml } from '../package/xml.ts';

/** How the styles of an OpenDocument file affect text and tables. */
export interface Styles {
  /** `hidden` if the text is not displayed; undefined if the style does not define it. */
  readonly textAs: (style: string | undefined) => Piece['as'] | 'hidden' | undefined;
  readonly isHiddenTable: (style: string | undefined) => boolean;
}

const maxInheritance = 20;

export function odfStyles(...documents: readonly (Xml | undefined)[]): Styles {
  const styles = new Map<string, Xml>();
  for (const document of documents)
    for (const group of document?.children ?? [])
      if (group.name === 'styles' || group.name === 'automatic-styles')
        for (const style of group.children) if (style.name === 'style') styles.set(style.attributes.name ?? '', style);
  const chain = (name: string | undefined): Xml[] => {
    const found: Xml[] = [];
    for (let at = name; at !== undefined && found.length < maxInheritance;) {
      const style = styles.get(at);
      if (!style) break;
      found.push(style);
      at = style.attributes['parent-style-name'];
    }
    return found;
  };
  return {
    textAs: (name) => {
      for (const style of chain(name)) {
        const as = sortOf(child(style, 'text-properties')?.attributes ?? {});
        if (as !== undefined) return as;
      }
      return undefined;
    },
    isHiddenTable: (name) =>
      chain(name).some((style) => child(style, 'table-properties')?.attributes.display === 'false'),
  };
}

function sortOf(properties: Readonly<Record<string, string>>): Piece['as'] | 'hidden' | undefined {
  if (properties.display === 'none') return 'hidden';
  const line = properties['text-line-through-style'] ?? properties['text-line-through-type'];
  if (line !== undefined && line !== 'none') return 'struck';
  const position = properties['text-position'] ?? '';
  if (/^(?:super|sub|-?[1-9]\d*%)/.test(position)) return 'mark';
  return line === undefined && position === '' ? undefined : 'text';
}
