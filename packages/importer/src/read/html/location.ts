import type { Place } from '../../source/place.ts';
import type { Node } from './tree.ts';

export const nowhere: Place = { type: 'text', line: 1, column: 1, length: 0 };

/** The position of a node in the source of its page. */
export function placeOf({ sourceCodeLocation: at }: Node): Place {
  if (!at) return nowhere;
  return { type: 'text', line: at.startLine, column: at.startCol, length: at.endOffset - at.startOffset };
}
