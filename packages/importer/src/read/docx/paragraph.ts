import type { Run } from '../../source/pieces.ts';
import { child, type Xml } from '../package/xml.ts';
import type { RunContext, RunSort, RunStyles } from './run-style.ts';

/** The content of a paragraph: its pieces, and the text boxes and pictures anchored to it. */
export interface ParagraphContent {
  readonly pieces: readonly Run[];
  /** Contents of its text boxes, except those behind the text. */
  readonly boxes: readonly Xml[];
  /** True if the paragraph shows an inline picture. */
  readonly hasPicture: boolean;
}

const passedOver = new Set(['del', 'moveFrom', 'pPr', 'rPr', 'Fallback', 'instrText', 'rt', 'tbl', 'p']);
const pictures = new Set(['inline', 'object', 'imagedata']);

/** Reads the current and visible content of a paragraph in pieces. */
export function paragraphContent(paragraph: Xml, styles: RunStyles, context: RunContext): ParagraphContent {
  const pieces: Run[] = [];
  const boxes: Xml[] = [];
  let hasPicture = false;
  const add = (text: string, as: RunSort) => {
    if (as !== 'hidden') pieces.push({ text, as });
  };
  const visit = (element: Xml, as: RunSort) => {
    for (const part of element.children) {
      if (part.name === 't') add(part.text, as);
      else if (part.name === 'tab') add('\t', as);
      else if (part.name === 'br' || part.name === 'cr') add('\n', as);
      else if (part.name === 'noBreakHyphen') add('-', as);
      else if (part.name === 'sym') add(symbol(part), as);
      else if (part.name === 'ddList') add(chosen(part), as);
      else if (part.name === 'txbxContent') boxes.push(part);
      else if (part.name === 'r') visit(part, as === 'mark' ? as : styles.sortOf(part, context));
      else if (part.name === 'sup' || part.name === 'sub') visit(part, 'mark');
      else if (part.name === 'anchor' && part.attributes.behindDoc === '1') continue;
      else if (/^(?:shape|rect|group)$/.test(part.name) && /z-index:\s*-/.test(part.attributes.style ?? '')) continue;
      else if (part.name === 'annotation' && /Deletion|Comment/.test(part.attributes.type ?? '')) continue;
      else if (!passedOver.has(part.name)) {
        hasPicture ||= pictures.has(part.name) && as !== 'hidden' && !holds(part, 'txbxContent');
        visit(part, as);
      }
    }
  };
  visit(paragraph, 'text');
  return { pieces, boxes, hasPicture };
}

/**
 * A character of a symbol font; one without a standard meaning is kept as a character that cannot be read as a digit.
 */
function symbol({ attributes: { char = '' } }: Xml): string {
  const code = parseInt(char, 16);
  return Number.isNaN(code) ? '\ufffd' : String.fromCodePoint(code);
}

/** The selected entry of a drop-down field. */
function chosen(list: Xml): string {
  const entries = list.children.filter(({ name }) => name === 'listEntry');
  return entries[Number(child(list, 'result')?.attributes.val ?? 0)]?.attributes.val ?? '';
}

function holds(element: Xml, name: string): boolean {
  return element.children.some((one) => one.name === name || holds(one, name));
}
