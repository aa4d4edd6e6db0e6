import { contentOf, joinedPieces, type CellContent, type Piece } from '../../source/pieces.ts';
import { child, type Xml } from '../package/xml.ts';
import { isOn } from './styles.ts';

/** The pieces of a rich text; phonetic guides are left out. */
export function piecesOf(item: Xml | undefined): Piece[] {
  return joinedPieces(
    (item?.children ?? []).flatMap((part): Piece[] => {
      if (part.name === 't') return [{ text: unescaped(part.text), as: 'text' }];
      if (part.name !== 'r') return [];
      const properties = child(part, 'rPr');
      const text = unescaped(child(part, 't')?.text ?? '');
      const struck = isOn(child(properties, 'strike')) ? 'struck' : undefined;
      return [{ text, as: struck ?? (isRaised(properties) ? 'mark' : 'text') }];
    }),
  );
}

function isRaised(properties: Xml | undefined): boolean {
  const align = child(properties, 'vertAlign')?.attributes.val;
  return align === 'superscript' || align === 'subscript';
}

/** The content of a cell whose font may be struck out or raised as a whole. */
export function textContent(pieces: readonly Piece[], font: Piece['as']): CellContent {
  return contentOf(font === 'text' ? pieces : pieces.map(({ text, as }) => ({ text, as: as === 'text' ? font : as })));
}

/** Decodes characters that XML cannot hold, which are written as _x000D_. */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => {
    const number = parseInt(code, 16);
    return number === 13 ? '' : String.fromCharCode(number);
  });
}
